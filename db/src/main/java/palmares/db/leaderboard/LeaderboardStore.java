package palmares.db.leaderboard;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.LEADERBOARD;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Leaderboards: their definitions, and which revision of their evidence is wanted and built.
public final class LeaderboardStore {

  /// A board changes at most this often, however fast runs end.
  public static final Duration BETWEEN_BUILDS = Duration.ofSeconds(5);

  private static final Field<Instant> NOW = field("now()", SQLDataType.INSTANT);
  private static final Field<Integer> NEWEST_GOLD = newestGold(LEADERBOARD.BENCHMARK_VERSION_ID);

  public void insert(
      Tx tx, UUID id, UUID benchmarkVersionId, String name, String title, String definition) {
    tx.sql()
        .insertInto(LEADERBOARD)
        .set(LEADERBOARD.ID, id)
        .set(LEADERBOARD.BENCHMARK_VERSION_ID, benchmarkVersionId)
        .set(LEADERBOARD.NAME, name)
        .set(LEADERBOARD.TITLE, title)
        .set(LEADERBOARD.DEFINITION, JSONB.jsonb(definition))
        .set(LEADERBOARD.GOLD_REVISION, newestGold(val(benchmarkVersionId)))
        .execute();
  }

  private static Field<Integer> newestGold(Field<UUID> benchmarkVersion) {
    return field(
        "coalesce((select max(g.revision) from gold_document g where g.version_id = {0}), 1)",
        SQLDataType.INTEGER, benchmarkVersion);
  }

  /// Lets every leaderboard of a benchmark version go on under a later revision of the gold; gives
  /// how many did. What they showed until then stays in their snapshots.
  public int switchGold(Tx tx, UUID benchmarkVersionId, int revision) {
    want(tx, benchmarkVersionId);
    return tx.sql()
        .update(LEADERBOARD)
        .set(LEADERBOARD.GOLD_REVISION, revision)
        .where(LEADERBOARD.BENCHMARK_VERSION_ID.eq(benchmarkVersionId))
        .and(LEADERBOARD.GOLD_REVISION.lt(revision))
        .execute();
  }

  /// The revision of the gold that the leaderboards of a benchmark version stand on.
  public int goldRevision(Tx tx, UUID benchmarkVersionId) {
    return tx.sql()
        .select(coalesce(min(LEADERBOARD.GOLD_REVISION), 1))
        .from(LEADERBOARD)
        .where(LEADERBOARD.BENCHMARK_VERSION_ID.eq(benchmarkVersionId))
        .fetchSingle()
        .value1();
  }

  public Optional<Leaderboard> find(Tx tx, UUID id) {
    return select(tx).where(LEADERBOARD.ID.eq(id)).fetchOptional(LeaderboardStore::leaderboard);
  }

  /// Leaderboards of published benchmarks that the reader may see, oldest first.
  ///
  /// @param benchmark only this benchmark's, if given
  /// @param teams the reader's teams; public benchmarks are everyone's
  /// @param after the id that the page before ended with
  public List<Leaderboard> page(
      Tx tx,
      @Nullable String benchmark,
      List<UUID> teams,
      boolean all,
      @Nullable UUID after,
      int limit) {
    return select(tx)
        .where(BENCHMARK_VERSION.STATE.ne("withdrawn"))
        .and(all ? noCondition() : visibleTo(teams))
        .and(benchmark == null ? noCondition() : BENCHMARK.NAME.eq(benchmark))
        .and(after == null ? noCondition() : LEADERBOARD.ID.gt(after))
        .orderBy(LEADERBOARD.ID)
        .limit(limit)
        .fetch(LeaderboardStore::leaderboard);
  }

  /// Leaderboards of every benchmark version, withdrawn ones too, oldest first.
  ///
  /// @param after the id that the page before ended with
  public List<Leaderboard> all(Tx tx, @Nullable UUID after, int limit) {
    return select(tx)
        .where(after == null ? noCondition() : LEADERBOARD.ID.gt(after))
        .orderBy(LEADERBOARD.ID)
        .limit(limit)
        .fetch(LeaderboardStore::leaderboard);
  }

  public boolean isVisible(Tx tx, UUID id, List<UUID> teams) {
    return tx.sql().fetchExists(select(tx).where(LEADERBOARD.ID.eq(id)).and(visibleTo(teams)));
  }

  /// Whether a submission stands on the newest snapshot of a leaderboard of its benchmark version,
  /// and the reader may see that.
  public boolean stands(Tx tx, UUID benchmarkVersionId, UUID submission, List<UUID> teams) {
    return tx.sql()
        .fetchSingle(
            """
            select exists (
              select 1 from leaderboard l
              join benchmark_version v on v.id = l.benchmark_version_id
              join benchmark b on b.id = v.benchmark_id
              join lateral (
                select provenance from snapshot where leaderboard_id = l.id
                order by revision desc limit 1) s on true
              where l.benchmark_version_id = {0}
                and (b.visibility = 'public' or b.team_id = any({1}))
                and s.provenance @> jsonb_build_object(
                  'entries', jsonb_build_array(jsonb_build_object('submission', {2}::text))))
            """,
            val(benchmarkVersionId), val(teams.toArray(UUID[]::new)), val(submission))
        .get(0, Boolean.class);
  }

  public BoardVersion version(Tx tx, UUID benchmarkVersionId) {
    return tx.sql()
        .select(BENCHMARK_VERSION.SPEC_DIGEST, BENCHMARK_VERSION.SPEC)
        .from(BENCHMARK_VERSION)
        .where(BENCHMARK_VERSION.ID.eq(benchmarkVersionId))
        .fetchSingle(row -> new BoardVersion(row.value1(), categories(row.value2().data())));
  }

  private static Map<String, Double> categories(String spec) {
    var weights = new TreeMap<String, Double>();
    Json.tree(spec)
        .path("categories")
        .properties()
        .forEach(category -> weights.put(category.getKey(), category.getValue().asDouble()));
    return weights;
  }

  /// Leaderboards whose next build is due, the longest waiting first.
  public List<UUID> due(Tx tx, int limit) {
    return tx.sql()
        .select(LEADERBOARD.ID)
        .from(LEADERBOARD)
        .where(LEADERBOARD.DUE_AT.le(NOW))
        .orderBy(LEADERBOARD.DUE_AT)
        .limit(limit)
        .fetch(LEADERBOARD.ID);
  }

  /// Keeps other builders off this leaderboard until the transaction ends; false if one is at work.
  public boolean tryLock(Tx tx, UUID id) {
    return NamedLock.LEADERBOARD.tryHold(tx, id);
  }

  /// Says that the evidence of all leaderboards of a benchmark version has changed. In the same
  /// transaction as the change itself, after its rows of run and job are locked.
  public static void want(Tx tx, UUID benchmarkVersionId) {
    tx.sql()
        .select(LEADERBOARD.ID)
        .from(LEADERBOARD)
        .where(LEADERBOARD.BENCHMARK_VERSION_ID.eq(benchmarkVersionId))
        .orderBy(LEADERBOARD.ID) // one order for everyone, so that two ends of runs cannot deadlock
        .forUpdate()
        .fetch();
    tx.sql()
        .update(LEADERBOARD)
        .set(LEADERBOARD.WANTED_REVISION, LEADERBOARD.WANTED_REVISION.plus(1))
        .set(
            LEADERBOARD.DUE_AT,
            field(
                "coalesce({0}, greatest(now(), {1} + {2} * interval '1 second'), now())",
                SQLDataType.INSTANT,
                LEADERBOARD.DUE_AT,
                LEADERBOARD.BUILT_AT,
                val(BETWEEN_BUILDS.toSeconds())))
        .where(LEADERBOARD.BENCHMARK_VERSION_ID.eq(benchmarkVersionId))
        .execute();
  }

  /// Wants every leaderboard anew whose newest snapshot a method made that is not among these;
  /// gives how many that are.
  ///
  /// @param methods `id@version` of those there are
  public static int wantMadeByOthers(Tx tx, Collection<String> methods) {
    return tx.sql()
        .execute(
            """
            update leaderboard set wanted_revision = wanted_revision + 1,
              due_at = coalesce(due_at, now())
            where id in (
              select l.id from leaderboard l
              cross join lateral (
                select s.document::jsonb ->> 'method' as method from snapshot s
                where s.leaderboard_id = l.id order by s.revision desc limit 1) newest
              where newest.method <> all({0})
              order by l.id for update of l)
            """,
            val(methods.toArray(String[]::new)));
  }

  /// A build has seen this revision; what was wanted meanwhile is due after a pause.
  ///
  /// @param problem why it gave no snapshot, if so
  public void built(Tx tx, UUID id, long revision, @Nullable String problem) {
    tx.sql()
        .update(LEADERBOARD)
        .set(LEADERBOARD.BUILT_REVISION, revision)
        .set(LEADERBOARD.BUILT_AT, NOW)
        .set(LEADERBOARD.PROBLEM, problem)
        .set(
            LEADERBOARD.DUE_AT,
            when(LEADERBOARD.WANTED_REVISION.gt(revision), later(BETWEEN_BUILDS)))
        .where(LEADERBOARD.ID.eq(id))
        .and(LEADERBOARD.BUILT_REVISION.lt(revision))
        .execute();
  }

  /// A build broke off for a reason of ours; it is tried again after the pause.
  public void broke(Tx tx, UUID id, String problem, Duration pause) {
    tx.sql()
        .update(LEADERBOARD)
        .set(LEADERBOARD.PROBLEM, problem)
        .set(LEADERBOARD.DUE_AT, later(pause))
        .where(LEADERBOARD.ID.eq(id))
        .and(LEADERBOARD.DUE_AT.isNotNull())
        .execute();
  }

  private static Field<Instant> later(Duration pause) {
    return field(
        "{0} + {1} * interval '1 second'",
        SQLDataType.INSTANT, currentOffsetDateTime(), val(pause.toSeconds()));
  }

  private static Condition visibleTo(List<UUID> teams) {
    return BENCHMARK.VISIBILITY.eq("public").or(BENCHMARK.TEAM_ID.in(teams));
  }

  private static SelectOnConditionStep<Record> select(Tx tx) {
    return tx.sql()
        .select(LEADERBOARD.fields())
        .select(BENCHMARK.NAME, BENCHMARK_VERSION.VERSION, NEWEST_GOLD)
        .from(LEADERBOARD)
        .join(BENCHMARK_VERSION)
        .on(BENCHMARK_VERSION.ID.eq(LEADERBOARD.BENCHMARK_VERSION_ID))
        .join(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID));
  }

  private static Leaderboard leaderboard(Record row) {
    return new Leaderboard(
        row.get(LEADERBOARD.ID),
        row.get(LEADERBOARD.BENCHMARK_VERSION_ID),
        row.get(BENCHMARK.NAME),
        row.get(BENCHMARK_VERSION.VERSION),
        row.get(LEADERBOARD.NAME),
        row.get(LEADERBOARD.TITLE),
        row.get(LEADERBOARD.DEFINITION).data(),
        row.get(LEADERBOARD.GOLD_REVISION),
        row.get(NEWEST_GOLD),
        row.get(LEADERBOARD.WANTED_REVISION),
        row.get(LEADERBOARD.BUILT_REVISION),
        row.get(LEADERBOARD.BUILT_AT),
        row.get(LEADERBOARD.PROBLEM));
  }
}
