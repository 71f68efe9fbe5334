package palmares.db.system;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.ANONYMOUS_NAME;
import static palmares.db.schema.Tables.SYSTEM;

import java.util.List;
import java.util.UUID;
import palmares.db.Tx;

/// Under which numbers anonymous systems stand on the leaderboards of a benchmark version.
public final class AnonymousNames {

  private AnonymousNames() {}

  /// Those that are anonymous now.
  public static List<AnonymousName> of(Tx tx, UUID benchmarkVersion) {
    return tx.sql()
        .select(SYSTEM.ID, SYSTEM.TEAM_ID, ANONYMOUS_NAME.NO)
        .from(ANONYMOUS_NAME)
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(ANONYMOUS_NAME.SYSTEM_ID))
        .where(ANONYMOUS_NAME.BENCHMARK_VERSION_ID.eq(benchmarkVersion))
        .and(SYSTEM.PUBLISHED_AT.isNull())
        .orderBy(ANONYMOUS_NAME.NO)
        .fetch(row -> new AnonymousName(row.value1(), row.value2(), row.value3()));
  }

  /// Gives an anonymous system its number on a benchmark version, unless it has one.
  public static void allot(Tx tx, UUID benchmarkVersion, UUID systemVersion) {
    var anonymous =
        tx.sql()
            .fetchOne(
                """
                select s.id from system_version v join system s on s.id = v.system_id
                where v.id = {0} and s.published_at is null
                """,
                val(systemVersion));
    if (anonymous == null) {
      return;
    }
    // Numbers are given one after the other; the next statement sees those given before.
    tx.sql()
        .execute(
            "select from benchmark_version where id = {0} for no key update",
            val(benchmarkVersion));
    tx.sql()
        .execute(
            """
            insert into anonymous_name (benchmark_version_id, system_id, no)
            select {0}, {1}, coalesce(max(no), 0) + 1 from anonymous_name
            where benchmark_version_id = {0}
            on conflict (benchmark_version_id, system_id) do nothing
            """,
            val(benchmarkVersion), val(anonymous.get(0, UUID.class)));
  }
}
