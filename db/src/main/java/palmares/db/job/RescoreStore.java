package palmares.db.job;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutRuns;

/// What is to be scored again because the gold of a benchmark version was mended: every submission
/// that could stand on a board and has no run under the new revision.
public final class RescoreStore {

  /// The newest ended run of each such submission, what of its responses is lacking by our own
  /// fault, and what there is under the new revision. One that is left out is not stood in for by
  /// an earlier one: no board does that either.
  private static final String SUBMISSIONS =
      """
      with newest as (
        select distinct on (s.id) s.id as submission, r.id as run, r.gold_revision,
          %s as left_out,
          exists (select from job g where g.run_id = r.id and g.stage = 'generate'
            and g.state = 'failed' and g.failure_class <> 'candidate') as lacking
        from submission s
        join run r on r.submission_id = s.id and r.state in ('complete', 'partial')
        where s.benchmark_version_id = {0} and s.withdrawn_at is null
        order by s.id, r.no desc),
      looked_at as (
        select newest.*,
          (select n.state from run n
            where n.submission_id = newest.submission and n.gold_revision >= {1}
            order by n.state = 'complete' desc, n.no desc limit 1) as under_new,
          exists (select from run n where n.submission_id = newest.submission
            and n.state in ('active', 'cancelling', 'stopping')) as busy
        from newest where not left_out)
      """
          .formatted(LeftOutRuns.condition("s", "r"));

  private RescoreStore() {}

  /// The runs whose responses are to be scored again, oldest submission first.
  public static List<UUID> waiting(Tx tx, UUID version, int revision, int limit) {
    return tx.sql()
        .fetch(
            SUBMISSIONS
                + """
                select run from looked_at
                where under_new is null and not lacking and not busy
                order by submission limit {2}
                """,
            val(version),
            val(revision),
            val(limit))
        .getValues("run", UUID.class);
  }

  /// How far scoring again has come.
  public static Rescored progress(Tx tx, UUID version, int revision) {
    return tx.sql()
        .fetchSingle(
            SUBMISSIONS
                + """
                select count(*)::int as submissions,
                  (count(*) filter (where under_new = 'complete'))::int as done,
                  (count(*) filter (where under_new in ('partial', 'cancelled', 'stopped')))::int
                    as failed,
                  (count(*) filter (where under_new is null and lacking))::int as lacking
                from looked_at
                """,
            val(version),
            val(revision))
        .map(row ->
            new Rescored(
                row.get("submissions", Integer.class),
                row.get("done", Integer.class),
                row.get("failed", Integer.class),
                row.get("lacking", Integer.class)));
  }

  /// The team whose benchmark it is.
  public static UUID organiser(Tx tx, UUID version) {
    return tx.sql()
        .fetchSingle(
            "select b.team_id from benchmark b join benchmark_version v on v.benchmark_id = b.id where v.id = {0}",
            val(version))
        .get(0, UUID.class);
  }

  /// Runs that score again under a revision that is no longer the newest.
  public static List<UUID> outdated(Tx tx, UUID version, int revision) {
    return tx.sql()
        .fetch(
            """
            select id from run where benchmark_version_id = {0} and state = 'active'
              and rescore_of is not null and gold_revision < {1} order by id
            """,
            val(version), val(revision))
        .getValues("id", UUID.class);
  }

  /// Runs that scored again under this revision and ended without all of it.
  public static List<UUID> failed(Tx tx, UUID version, int revision) {
    return tx
        .sql()
        .fetch(
            """
            select distinct on (submission_id) id, state from run
            where benchmark_version_id = {0} and rescore_of is not null and gold_revision = {1}
            order by submission_id, no desc
            """,
            val(version), val(revision))
        .stream()
        .filter(row -> !RunState.of(row.get("state", String.class)).equals(RunState.COMPLETE))
        .filter(row -> RunState.of(row.get("state", String.class)).isEnd())
        .map(row -> row.get("id", UUID.class))
        .toList();
  }

  /// @param submissions that could stand on a board
  /// @param done those scored wholly under the revision
  /// @param failed those whose run under the revision ended without all of it, by our own fault
  /// @param lacking those that are not scored again until their owner has had the rest of their
  ///   responses made
  public record Rescored(int submissions, int done, int failed, int lacking) {

    /// Those still to be scored.
    public int open() {
      return submissions - done - failed - lacking;
    }
  }
}
