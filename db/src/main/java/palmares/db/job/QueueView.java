package palmares.db.job;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// What can be said of how long a run's work still takes.
public final class QueueView {

  private QueueView() {}

  /// How far a run is with a stage that has jobs.
  ///
  /// @param jobs and `done`, `failed`: numbers of jobs
  /// @param seconds since the stage's first job was there; absent when it has ended
  public record StageJobs(String stage, int jobs, int done, int failed, @Nullable Double seconds) {}

  /// The run's stages so far, in the order in which they began.
  public static List<StageJobs> stages(Tx tx, UUID run) {
    return tx.sql()
        .fetch(
            """
            select stage, count(*)::int as jobs,
              count(*) filter (where state = 'done')::int as done,
              count(*) filter (where state = 'failed')::int as failed,
              case when bool_or(state in ('ready', 'dispatched', 'claimed')) then
                extract(epoch from clock_timestamp() - min(created_at))::float8 end as seconds
            from job where run_id = {0} group by stage order by min(created_at), stage
            """,
            val(run))
        .map(row ->
            new StageJobs(
                row.get("stage", String.class),
                row.get("jobs", Integer.class),
                row.get("done", Integer.class),
                row.get("failed", Integer.class),
                row.get("seconds", Double.class)));
  }

  /// The line that a run's jobs stand in.
  ///
  /// @param waiting jobs of the run that wait, and `inWork`: those that are being worked on
  /// @param ahead jobs of the same team that go first: more urgent, or older
  /// @param others waiting jobs of other teams, which take turns with this one
  /// @param slots jobs that live workers of these capabilities do at once
  public record Line(int waiting, int inWork, int ahead, int others, int slots) {}

  public static Line line(Tx tx, UUID run) {
    return tx.sql()
        .fetchSingle(
            """
            with mine as (
              select team_id, capability, priority, created_at, state from job
              where run_id = {0} and state in ('ready', 'dispatched', 'claimed')),
            next as (
              select team_id, capability, max(priority) as priority, min(created_at) as created_at
              from mine where state = 'ready' group by team_id, capability)
            select
              (select count(*) from mine where state <> 'claimed')::int as waiting,
              (select count(*) from mine where state = 'claimed')::int as in_work,
              (select count(*) from next n join job j on j.state = 'ready'
                and j.capability = n.capability and j.team_id = n.team_id and j.run_id <> {0}
                and (j.priority > n.priority
                  or (j.priority = n.priority and j.created_at < n.created_at)))::int as ahead,
              (select count(*) from next n join job j on j.state = 'ready'
                and j.capability = n.capability and j.team_id <> n.team_id)::int as others,
              (select coalesce(sum(w.slots), 0) from worker w where w.state = 'live'
                and w.capabilities && (select array_agg(distinct capability) from mine))::int
                as slots
            """,
            val(run))
        .map(row ->
            new Line(
                row.get("waiting", Integer.class),
                row.get("in_work", Integer.class),
                row.get("ahead", Integer.class),
                row.get("others", Integer.class),
                row.get("slots", Integer.class)));
  }
}
