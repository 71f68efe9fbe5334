package palmares.db.quota;

import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// The quotas of a team as its members read them.
public final class QuotaView {

  private QuotaView() {}

  /// Those of today that something was used of.
  public static List<UsedQuota> today(Tx tx, UUID team) {
    return tx.sql()
        .fetch(
            """
            select b.name, v.version, v.quota_per_day, q.used
            from quota q
            join benchmark_version v on v.id = q.benchmark_version_id
            join benchmark b on b.id = v.benchmark_id
            where q.team_id = {0} and q.used > 0 and v.quota_per_day is not null
              and q.day = (clock_timestamp() at time zone 'UTC')::date
            order by b.name, v.no
            """,
            val(team))
        .map(row ->
            new UsedQuota(
                row.get("name", String.class),
                row.get("version", String.class),
                row.get("quota_per_day", Integer.class),
                row.get("used", Integer.class)));
  }

  /// The ledger of a team, newest first.
  ///
  /// @param below only entries before this one, if given
  public static List<QuotaEntry> entries(Tx tx, UUID team, @Nullable Long below, int limit) {
    return tx.sql()
        .fetch(
            """
            select e.id, e.at, e.kind, b.name as benchmark, v.version, e.day, e.amount,
              s.id as submission, y.name as system, a.name as by, e.reason
            from quota_entry e
            join benchmark_version v on v.id = e.benchmark_version_id
            join benchmark b on b.id = v.benchmark_id
            join run r on r.id = e.run_id
            join submission s on s.id = r.submission_id
            join system_version sv on sv.id = s.system_version_id
            join system y on y.id = sv.system_id
            join account a on a.id = s.account_id
            where e.team_id = {0} and e.id < {1}
            order by e.id desc limit {2}
            """,
            val(team), val(below == null ? Long.MAX_VALUE : below), val(limit))
        .map(QuotaView::entry);
  }

  private static QuotaEntry entry(Record row) {
    return new QuotaEntry(
        row.get("id", Long.class),
        row.get("at", OffsetDateTime.class).toInstant(),
        row.get("kind", String.class),
        row.get("benchmark", String.class),
        row.get("version", String.class),
        row.get("day", LocalDate.class),
        row.get("amount", Integer.class),
        row.get("submission", UUID.class),
        row.get("system", String.class),
        row.get("by", String.class),
        row.get("reason", String.class));
  }
}
