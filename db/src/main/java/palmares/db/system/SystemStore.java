package palmares.db.system;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.LEADERBOARD;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;
import static palmares.db.schema.Tables.TEAM;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;

/// Systems, by team and name, and what exactly each version of them is.
public final class SystemStore {

  private SystemStore() {}

  /// What exactly a version of a system is.
  ///
  /// @param json canonical
  public record Spec(String kind, String json) {}

  /// The version of the team's system with exactly this specification, made if it is new.
  ///
  /// @param anonymous whether a system that is new stays anonymous until it is published
  public static UUID version(Tx tx, UUID team, String name, Spec spec, boolean anonymous) {
    tx.sql()
        .insertInto(SYSTEM, SYSTEM.ID, SYSTEM.TEAM_ID, SYSTEM.NAME, SYSTEM.PUBLISHED_AT)
        .values(
            val(UuidV7.next()),
            val(team),
            val(name),
            anonymous ? val((Instant) null, SYSTEM.PUBLISHED_AT) : DatabaseClock.now())
        .onConflictDoNothing()
        .execute();
    // Held, so that versions are numbered one after the other.
    var system =
        tx.sql()
            .select(SYSTEM.ID)
            .from(SYSTEM)
            .where(SYSTEM.TEAM_ID.eq(team))
            .and(SYSTEM.NAME.eq(name))
            .forUpdate()
            .fetchSingle()
            .value1();
    var digest = Sha256.of(spec.json());
    var known =
        tx.sql()
            .select(SYSTEM_VERSION.ID)
            .from(SYSTEM_VERSION)
            .where(SYSTEM_VERSION.SYSTEM_ID.eq(system))
            .and(SYSTEM_VERSION.SPEC_DIGEST.eq(digest))
            .fetchOne(SYSTEM_VERSION.ID);
    return known != null ? known : insert(tx, system, spec, digest);
  }

  private static UUID insert(Tx tx, UUID system, Spec spec, Sha256 digest) {
    var last =
        tx.sql()
            .select(coalesce(max(SYSTEM_VERSION.VERSION), inline(0)))
            .from(SYSTEM_VERSION)
            .where(SYSTEM_VERSION.SYSTEM_ID.eq(system))
            .fetchSingle()
            .value1();
    var id = UuidV7.next();
    tx.sql()
        .insertInto(SYSTEM_VERSION)
        .set(SYSTEM_VERSION.ID, id)
        .set(SYSTEM_VERSION.SYSTEM_ID, system)
        .set(SYSTEM_VERSION.VERSION, last + 1)
        .set(SYSTEM_VERSION.KIND, spec.kind())
        .set(SYSTEM_VERSION.SPEC, JSONB.valueOf(spec.json()))
        .set(SYSTEM_VERSION.SPEC_DIGEST, digest)
        .execute();
    return id;
  }

  /// Whether the team has a system of this name that everyone may know of.
  public static boolean isPublished(Tx tx, UUID team, String name) {
    return tx.sql()
        .fetchExists(
            SYSTEM,
            SYSTEM.TEAM_ID.eq(team).and(SYSTEM.NAME.eq(name)).and(SYSTEM.PUBLISHED_AT.isNotNull()));
  }

  /// Shows everyone whose system it is, for ever.
  ///
  /// @return false if it was published before
  public static boolean publish(Tx tx, UUID id) {
    return tx.sql()
            .update(SYSTEM)
            .set(SYSTEM.PUBLISHED_AT, DatabaseClock.now())
            .where(SYSTEM.ID.eq(id))
            .and(SYSTEM.PUBLISHED_AT.isNull())
            .execute()
        == 1;
  }

  /// The submissions of a system, oldest first.
  public static List<UUID> submissions(Tx tx, UUID id) {
    return tx.sql()
        .select(SUBMISSION.ID)
        .from(SUBMISSION)
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .where(SYSTEM_VERSION.SYSTEM_ID.eq(id))
        .orderBy(SUBMISSION.ID)
        .fetch(SUBMISSION.ID);
  }

  /// The leaderboards that a system may stand on.
  public static List<UUID> boards(Tx tx, UUID id) {
    return tx.sql()
        .selectDistinct(LEADERBOARD.ID)
        .from(LEADERBOARD)
        .join(SUBMISSION)
        .on(SUBMISSION.BENCHMARK_VERSION_ID.eq(LEADERBOARD.BENCHMARK_VERSION_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .where(SYSTEM_VERSION.SYSTEM_ID.eq(id))
        .orderBy(LEADERBOARD.ID)
        .fetch(LEADERBOARD.ID);
  }

  /// The system with its newest version; null if there is none.
  public static @Nullable SystemRow find(Tx tx, UUID id) {
    return rows(tx, SYSTEM.ID.eq(id), 1).stream().findFirst().orElse(null);
  }

  /// What is said of a system to someone of these teams: its newest version if it is one of theirs,
  /// and unless it is anonymous the newest of which they see a row, as a run of it has ended on a
  /// benchmark that everyone or a team of theirs may see. Null if that is none.
  ///
  /// @param all for an administrator, who sees whatever there is
  public static @Nullable SystemCard card(Tx tx, UUID id, List<UUID> teams, boolean all) {
    return tx
        .sql()
        .fetch(
            """
            select y.id, t.name as team, y.name, v.version, v.kind, v.spec::text as spec,
              y.created_at, y.published_at
            from system y
            join team t on t.id = y.team_id
            join system_version v on v.system_id = y.id
            where y.id = {0} and ({2} or y.team_id = any({1})
              or y.published_at is not null and exists (
                select from submission s
                join run r on r.submission_id = s.id and r.state in ('complete', 'partial')
                join benchmark_version w on w.id = s.benchmark_version_id
                join benchmark b on b.id = w.benchmark_id
                where s.system_version_id = v.id
                  and (b.visibility = 'public' or b.team_id = any({1}))))
            order by v.version desc limit 1
            """,
            val(id), val(teams.toArray(UUID[]::new)), val(all))
        .stream()
        .map(row ->
            new SystemCard(
                row.get("id", UUID.class),
                row.get("team", String.class),
                row.get("name", String.class),
                row.get("version", Integer.class),
                row.get("kind", String.class),
                row.get("spec", String.class),
                row.get("created_at", Instant.class),
                row.get("published_at", Instant.class)))
        .findAny()
        .orElse(null);
  }

  /// Systems of these teams, newest first.
  ///
  /// @param before the id that the page before ended with
  public static List<SystemRow> page(
      Tx tx, List<UUID> teams, boolean all, @Nullable UUID before, int limit) {
    return rows(
        tx,
        (all ? noCondition() : SYSTEM.TEAM_ID.in(teams))
            .and(before == null ? noCondition() : SYSTEM.ID.lt(before)),
        limit);
  }

  private static List<SystemRow> rows(Tx tx, Condition which, int limit) {
    var newer = SYSTEM_VERSION.as("newer");
    var any = SYSTEM_VERSION.as("any");
    var submissions =
        field(
            selectCount()
                .from(SUBMISSION)
                .join(any)
                .on(any.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
                .where(any.SYSTEM_ID.eq(SYSTEM.ID)));
    return tx.sql()
        .select(
            SYSTEM.ID,
            SYSTEM.TEAM_ID,
            TEAM.NAME,
            SYSTEM.NAME,
            SYSTEM_VERSION.VERSION,
            SYSTEM_VERSION.KIND,
            SYSTEM_VERSION.SPEC,
            submissions,
            SYSTEM.CREATED_AT,
            SYSTEM.PUBLISHED_AT)
        .from(SYSTEM)
        .join(TEAM)
        .on(TEAM.ID.eq(SYSTEM.TEAM_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.SYSTEM_ID.eq(SYSTEM.ID))
        .whereNotExists(
            selectOne()
                .from(newer)
                .where(newer.SYSTEM_ID.eq(SYSTEM.ID))
                .and(newer.VERSION.gt(SYSTEM_VERSION.VERSION)))
        .and(which)
        .orderBy(SYSTEM.ID.desc())
        .limit(limit)
        .fetch(row ->
            new SystemRow(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7().data(),
                row.value8(),
                row.value9(),
                row.value10()));
  }

  /// Keys (`id@version`) of built-in systems: what workers of operators' pools offer that is no
  /// evaluator.
  ///
  /// @param everOffered also those of workers that are gone
  public static List<String> builtIns(Tx tx, boolean everOffered) {
    return tx.sql()
        .fetch(
            """
            select distinct offer
            from worker join access_token t on t.id = token_id, unnest(offers) as offer
            where ({0} or state in ('live', 'draining')) and t.teams is null
              and not exists (select from evaluator_version e
                where e.evaluator || '@' || e.version = offer)
            order by offer
            """,
            val(everOffered))
        .getValues("offer", String.class);
  }
}
