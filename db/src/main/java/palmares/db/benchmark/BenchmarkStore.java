package palmares.db.benchmark;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.EVALUATOR_VERSION;
import static palmares.db.schema.Tables.LEADERBOARD;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.TEAM;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Benchmarks and their versions.
public final class BenchmarkStore {

  private static final String WITHDRAWN = "withdrawn";
  private static final Condition NOT_WITHDRAWN = BENCHMARK_VERSION.STATE.ne(WITHDRAWN);

  private BenchmarkStore() {}

  /// Makes everyone else who publishes under this name wait until the transaction ends.
  public static void lockName(Tx tx, String name) {
    NamedLock.BENCHMARK.hold(tx, name);
  }

  public static @Nullable Benchmark find(Tx tx, String name) {
    return tx.sql()
        .selectFrom(BENCHMARK)
        .where(BENCHMARK.NAME.eq(name))
        .fetchOne(row ->
            new Benchmark(
                row.getId(), row.getTeamId(), row.getName(), row.getVisibility().equals("public")));
  }

  /// @param visibility public or team
  public static void insert(
      Tx tx, Benchmark benchmark, String visibility, String title, String description) {
    tx.sql()
        .insertInto(BENCHMARK)
        .set(BENCHMARK.ID, benchmark.id())
        .set(BENCHMARK.TEAM_ID, benchmark.team())
        .set(BENCHMARK.NAME, benchmark.name())
        .set(BENCHMARK.VISIBILITY, visibility)
        .set(BENCHMARK.TITLE, title)
        .set(BENCHMARK.DESCRIPTION, description)
        .execute();
  }

  /// A benchmark is called as its newest version says.
  public static void describe(Tx tx, UUID benchmark, String title, String description) {
    tx.sql()
        .update(BENCHMARK)
        .set(BENCHMARK.TITLE, title)
        .set(BENCHMARK.DESCRIPTION, description)
        .where(BENCHMARK.ID.eq(benchmark))
        .execute();
  }

  public static OwnerRow access(Tx tx, UUID benchmark) {
    return tx.sql()
        .select(TEAM.NAME, BENCHMARK.VISIBILITY)
        .from(BENCHMARK)
        .join(TEAM)
        .on(TEAM.ID.eq(BENCHMARK.TEAM_ID))
        .where(BENCHMARK.ID.eq(benchmark))
        .fetchSingle(row -> new OwnerRow(row.value1(), row.value2()));
  }

  public static void setAccess(Tx tx, UUID benchmark, UUID team, String visibility) {
    tx.sql()
        .update(BENCHMARK)
        .set(BENCHMARK.TEAM_ID, team)
        .set(BENCHMARK.VISIBILITY, visibility)
        .where(BENCHMARK.ID.eq(benchmark))
        .execute();
  }

  public static void insert(Tx tx, NewVersion version) {
    tx.sql()
        .insertInto(BENCHMARK_VERSION)
        .set(BENCHMARK_VERSION.ID, version.id())
        .set(BENCHMARK_VERSION.BENCHMARK_ID, version.benchmark())
        .set(BENCHMARK_VERSION.VERSION, version.version())
        .set(BENCHMARK_VERSION.STATE, "published")
        .set(BENCHMARK_VERSION.OPENS_AT, version.opensAt())
        .set(BENCHMARK_VERSION.CLOSES_AT, version.closesAt())
        .set(BENCHMARK_VERSION.VISIBLE, version.visible())
        .set(BENCHMARK_VERSION.ENTRY_RULE, version.entryRule())
        .set(BENCHMARK_VERSION.GAPS, version.gaps())
        .set(BENCHMARK_VERSION.MAIN_METRIC, version.mainMetric())
        .set(BENCHMARK_VERSION.LICENCE, version.licence())
        .set(BENCHMARK_VERSION.QUOTA_PER_DAY, version.quotaPerDay())
        .set(BENCHMARK_VERSION.SPEC, JSONB.valueOf(version.spec()))
        .set(BENCHMARK_VERSION.SPEC_DIGEST, version.digest())
        .set(BENCHMARK_VERSION.EXAMPLES, version.examples())
        .set(BENCHMARK_VERSION.INPUTS_SHA256, version.inputs())
        .execute();
  }

  /// @param version the newest one that is not withdrawn if absent
  public static @Nullable BenchmarkVersion version(Tx tx, String name, @Nullable String version) {
    return select(tx)
        .where(BENCHMARK.NAME.eq(name))
        .and(version == null ? NOT_WITHDRAWN : BENCHMARK_VERSION.VERSION.eq(version))
        .orderBy(BENCHMARK_VERSION.NO.desc())
        .limit(1)
        .fetchOne(BenchmarkStore::row);
  }

  public static @Nullable BenchmarkVersion version(Tx tx, UUID id) {
    return select(tx).where(BENCHMARK_VERSION.ID.eq(id)).fetchOne(BenchmarkStore::row);
  }

  /// Versions of a benchmark that are not withdrawn, newest first.
  public static List<String> versions(Tx tx, UUID benchmark) {
    return tx.sql()
        .select(BENCHMARK_VERSION.VERSION)
        .from(BENCHMARK_VERSION)
        .where(BENCHMARK_VERSION.BENCHMARK_ID.eq(benchmark))
        .and(NOT_WITHDRAWN)
        .orderBy(BENCHMARK_VERSION.NO.desc())
        .fetch(BENCHMARK_VERSION.VERSION);
  }

  /// Benchmarks by name.
  ///
  /// @param teams whose own benchmarks are listed beside the public ones
  /// @param after the name that the page before ended with
  public static List<BenchmarkListing> page(
      Tx tx, List<UUID> teams, boolean all, @Nullable String after, int limit) {
    var newer = BENCHMARK_VERSION.as("newer");
    var theirs = BENCHMARK_VERSION.as("theirs");
    var submissions =
        field(
            selectCount()
                .from(SUBMISSION)
                .join(theirs)
                .on(theirs.ID.eq(SUBMISSION.BENCHMARK_VERSION_ID))
                .where(theirs.BENCHMARK_ID.eq(BENCHMARK.ID))
                .and(SUBMISSION.WITHDRAWN_AT.isNull()));
    return select(tx, submissions)
        .whereNotExists(
            selectOne()
                .from(newer)
                .where(newer.BENCHMARK_ID.eq(BENCHMARK.ID))
                .and(newer.STATE.ne(WITHDRAWN))
                .and(newer.NO.gt(BENCHMARK_VERSION.NO)))
        .and(NOT_WITHDRAWN)
        .and(all ? noCondition() : visibleTo(teams))
        .and(after == null ? noCondition() : BENCHMARK.NAME.gt(after))
        .orderBy(BENCHMARK.NAME)
        .limit(limit)
        .fetch(row -> new BenchmarkListing(row(row), row.get(submissions)));
  }

  /// On the joined benchmark: public, or of one of these teams.
  public static Condition visibleTo(List<UUID> teams) {
    return BENCHMARK.VISIBILITY.eq("public").or(BENCHMARK.TEAM_ID.in(teams));
  }

  /// Leaderboards of a version, in the order of its specification.
  public static List<BoardName> boards(Tx tx, UUID version) {
    return tx.sql()
        .select(LEADERBOARD.ID, LEADERBOARD.NAME, LEADERBOARD.TITLE)
        .from(LEADERBOARD)
        .where(LEADERBOARD.BENCHMARK_VERSION_ID.eq(version))
        .orderBy(LEADERBOARD.ID)
        .fetch(row -> new BoardName(row.value1(), row.value2(), row.value3()));
  }

  /// The kind of every metric and reward model that a worker has ever offered, by key
  /// (`id@version`).
  public static Map<String, String> evaluatorKinds(Tx tx) {
    var key =
        concat(
            EVALUATOR_VERSION.EVALUATOR,
            inline("@"),
            EVALUATOR_VERSION.VERSION.cast(SQLDataType.VARCHAR));
    return tx.sql()
        .selectDistinct(key, EVALUATOR_VERSION.KIND)
        .from(EVALUATOR_VERSION)
        .where(EVALUATOR_VERSION.KIND.in("metric", "pairwise-judge", "reward-model"))
        .fetchMap(key, EVALUATOR_VERSION.KIND);
  }

  private static SelectOnConditionStep<Record> select(Tx tx, Field<?>... more) {
    return tx.sql()
        .select(BENCHMARK_VERSION.fields())
        .select(BENCHMARK.fields())
        .select(more)
        .from(BENCHMARK_VERSION)
        .join(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID));
  }

  private static BenchmarkVersion row(Record row) {
    return new BenchmarkVersion(
        row.get(BENCHMARK_VERSION.ID),
        row.get(BENCHMARK_VERSION.NO),
        row.get(BENCHMARK.ID),
        row.get(BENCHMARK.NAME),
        row.get(BENCHMARK.TEAM_ID),
        row.get(BENCHMARK.VISIBILITY).equals("public"),
        row.get(BENCHMARK.TITLE),
        row.get(BENCHMARK.DESCRIPTION),
        row.get(BENCHMARK_VERSION.VERSION),
        row.get(BENCHMARK_VERSION.VISIBLE),
        row.get(BENCHMARK_VERSION.QUOTA_PER_DAY),
        row.get(BENCHMARK_VERSION.OPENS_AT),
        row.get(BENCHMARK_VERSION.CLOSES_AT),
        row.get(BENCHMARK_VERSION.SPEC).data(),
        row.get(BENCHMARK_VERSION.SPEC_DIGEST),
        row.get(BENCHMARK_VERSION.EXAMPLES),
        row.get(BENCHMARK_VERSION.INPUTS_SHA256),
        row.get(BENCHMARK_VERSION.CREATED_AT),
        row.get(BENCHMARK_VERSION.STATE),
        row.get(BENCHMARK_VERSION.STATE_REASON));
  }
}
