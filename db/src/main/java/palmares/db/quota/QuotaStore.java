package palmares.db.quota;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.QUOTA;
import static palmares.db.schema.Tables.QUOTA_ENTRY;
import static palmares.db.schema.Tables.RUN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// Submissions a team may make to a benchmark version in a UTC day.
public final class QuotaStore {

  private QuotaStore() {}

  /// What came of asking for one more.
  public sealed interface Taken {

    /// @param left what remains of the day
    record Reserved(LocalDate day, int left) implements Taken {}

    /// @param again how long until the next day begins
    record Spent(int limit, Duration again) implements Taken {}
  }

  /// Takes one off what is left, by one conditional UPDATE that no number of rivals can overdraw.
  /// [#reserve] writes down for which run, in the same transaction.
  public static Taken take(Tx tx, UUID benchmarkVersion, UUID team, int limit) {
    var day = today(tx);
    tx.sql()
        .insertInto(QUOTA, QUOTA.BENCHMARK_VERSION_ID, QUOTA.TEAM_ID, QUOTA.DAY)
        .values(benchmarkVersion, team, day)
        .onConflictDoNothing()
        .execute();
    var used =
        tx.sql()
            .update(QUOTA)
            .set(QUOTA.USED, QUOTA.USED.plus(1))
            .where(QUOTA.BENCHMARK_VERSION_ID.eq(benchmarkVersion))
            .and(QUOTA.TEAM_ID.eq(team))
            .and(QUOTA.DAY.eq(day))
            .and(QUOTA.USED.plus(1).le(limit))
            .returningResult(QUOTA.USED)
            .fetchOne();
    return used == null
        ? new Taken.Spent(limit, untilTomorrow(tx))
        : new Taken.Reserved(day, limit - used.value1());
  }

  /// Takes back what a run was refunded; null if it has gone to another submission since.
  ///
  /// @return the day that it was refunded for
  public static @Nullable LocalDate takeBack(Tx tx, UUID refunded, int limit) {
    var taken =
        tx.sql()
            .fetchOne(
                """
                update quota q set used = q.used + e.amount
                from quota_entry e
                where e.run_id = {0} and e.kind = 'reserve' and q.day = e.day
                  and q.team_id = e.team_id and q.benchmark_version_id = e.benchmark_version_id
                  and q.used + e.amount <= {1}
                returning q.day
                """,
                val(refunded), val(limit));
    return taken == null ? null : taken.get(0, LocalDate.class);
  }

  /// Whether what a run took was given back.
  public static boolean isRefunded(Tx tx, UUID run) {
    return tx.sql()
        .fetchExists(QUOTA_ENTRY, QUOTA_ENTRY.RUN_ID.eq(run).and(QUOTA_ENTRY.KIND.eq("refund")));
  }

  /// What is left today, without taking anything.
  public static int left(Tx tx, UUID benchmarkVersion, UUID team, int limit) {
    var used =
        tx.sql()
            .select(QUOTA.USED)
            .from(QUOTA)
            .where(QUOTA.BENCHMARK_VERSION_ID.eq(benchmarkVersion))
            .and(QUOTA.TEAM_ID.eq(team))
            .and(QUOTA.DAY.eq(today(tx)))
            .fetchOne();
    return Math.max(0, limit - (used == null ? 0 : used.value1()));
  }

  public static void reserve(Tx tx, UUID benchmarkVersion, UUID team, LocalDate day, UUID run) {
    tx.sql()
        .insertInto(QUOTA_ENTRY)
        .set(QUOTA_ENTRY.BENCHMARK_VERSION_ID, benchmarkVersion)
        .set(QUOTA_ENTRY.TEAM_ID, team)
        .set(QUOTA_ENTRY.DAY, day)
        .set(QUOTA_ENTRY.RUN_ID, run)
        .set(QUOTA_ENTRY.KIND, "reserve")
        .set(QUOTA_ENTRY.AMOUNT, 1)
        .execute();
  }

  /// Makes what a run reserved final; nothing happens for a run that reserved nothing.
  public static void commit(Tx tx, UUID run) {
    settle(tx, run, "commit", null);
  }

  /// Whether any run of the submission took from the quota for good.
  public static boolean isSpentOn(Tx tx, UUID submission) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(QUOTA_ENTRY)
                .join(RUN)
                .on(RUN.ID.eq(QUOTA_ENTRY.RUN_ID))
                .where(RUN.SUBMISSION_ID.eq(submission))
                .and(QUOTA_ENTRY.KIND.eq("commit")));
  }

  /// Gives back what a run reserved.
  public static void refund(Tx tx, UUID run, String reason) {
    if (settle(tx, run, "refund", reason)) {
      tx.sql()
          .execute(
              """
              update quota set used = quota.used - e.amount
              from quota_entry e
              where e.run_id = {0} and e.kind = 'reserve' and quota.day = e.day
                and quota.team_id = e.team_id and quota.benchmark_version_id = e.benchmark_version_id
              """,
              val(run));
    }
  }

  private static boolean settle(Tx tx, UUID run, String kind, @Nullable String reason) {
    return tx.sql()
            .execute(
                """
                insert into quota_entry
                  (benchmark_version_id, team_id, day, run_id, kind, amount, reason)
                select benchmark_version_id, team_id, day, run_id, {1}, amount, {2}
                from quota_entry e
                where run_id = {0} and kind = 'reserve' and not exists (
                  select from quota_entry s
                  where s.run_id = e.run_id and s.kind in ('commit', 'refund'))
                """,
                val(run), val(kind), val(reason))
        == 1;
  }

  private static LocalDate today(Tx tx) {
    return tx.sql()
        .fetchSingle("select (clock_timestamp() at time zone 'UTC')::date")
        .get(0, LocalDate.class);
  }

  private static Duration untilTomorrow(Tx tx) {
    long seconds =
        tx.sql()
            .fetchSingle(
                """
                select ceil(extract(epoch from date_trunc('day', clock_timestamp() at time zone 'UTC')
                  + interval '1 day' - (clock_timestamp() at time zone 'UTC')))::bigint
                """)
            .get(0, Long.class);
    return Duration.ofSeconds(seconds);
  }
}
