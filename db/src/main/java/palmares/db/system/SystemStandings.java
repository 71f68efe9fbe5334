package palmares.db.system;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import palmares.db.Tx;

/// Where systems stand on leaderboards now.
public final class SystemStandings {

  private static final int MOST = 50;

  private SystemStandings() {}

  /// Rows of a system on newest snapshots that someone of these teams may see, of versions that are
  /// not withdrawn, the newest first.
  ///
  /// @param all for an administrator, who sees whatever there is
  public static List<SystemStanding> of(Tx tx, UUID id, List<UUID> teams, boolean all) {
    return tx.sql()
        .fetch(
            """
            select l.id, l.title, b.name as benchmark, w.version,
              (r.line ->> 'rankLow')::int as low, (r.line ->> 'rankHigh')::int as high
            from leaderboard l
            join benchmark_version w on w.id = l.benchmark_version_id and w.state <> 'withdrawn'
            join benchmark b on b.id = w.benchmark_id
              and ({2} or b.visibility = 'public' or b.team_id = any({1}))
            join lateral (
              select document, created_at from snapshot where leaderboard_id = l.id
              order by revision desc limit 1) newest on true
            cross join lateral jsonb_array_elements(newest.document::jsonb -> 'rows') as r(line)
            where r.line ->> 'subject' = {0}::text and w.id in (
              select s.benchmark_version_id from submission s
              join system_version v on v.id = s.system_version_id where v.system_id = {0})
            order by newest.created_at desc, l.id
            limit {3}
            """,
            val(id), val(teams.toArray(UUID[]::new)), val(all), val(MOST))
        .map(row ->
            new SystemStanding(
                row.get("id", UUID.class),
                row.get("title", String.class),
                row.get("benchmark", String.class),
                row.get("version", String.class),
                row.get("low", Integer.class),
                row.get("high", Integer.class)));
  }
}
