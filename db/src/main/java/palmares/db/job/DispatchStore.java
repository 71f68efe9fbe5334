package palmares.db.job;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Which jobs go to the broker next: the one place where fairness, priority and room are decided.
public final class DispatchStore {

  private DispatchStore() {}

  /// Capabilities with a job that could go out now.
  public static List<String> waitingCapabilities(Tx tx) {
    return tx.sql()
        .fetch(
            """
            with recursive lane as (
              (select capability from job where state = 'ready' order by capability limit 1)
              union all
              select (select j.capability from job j
                where j.state = 'ready' and j.capability > lane.capability
                order by j.capability limit 1)
              from lane where lane.capability is not null)
            select capability from lane where capability is not null
            """)
        .getValues("capability", String.class);
  }

  /// Marks as dispatched as many jobs as live workers of the capability have room for, and gives
  /// them in the order in which they should be published. One caller at a time decides for a
  /// capability; another finds nothing.
  ///
  /// The next slot goes to the team with the least work in flight for its weight: the k-th waiting
  /// job of a team with n jobs in flight has the load (n + k) / weight. Between equal loads
  /// priority goes first, then the team whose last slot is longest ago: by the age of jobs, the
  /// oldest large runs would win every tie, and where more teams wait than there are slots, the
  /// youngest would get none. Within a team priority goes first and then age.
  ///
  /// The innermost query reads jobs alone, in the order of their index, and stops when it has
  /// enough; as a join it may be planned to read all that wait.
  ///
  /// Workers whose tokens are good for the same jobs share their room, and only such jobs fill it:
  /// the free slots of one team's pool let out no job of another's. The narrowest goes first, and
  /// what it can hold takes no room from the wider ones.
  ///
  /// @param patience how long a message may wait for its claim
  public static List<Dispatched> dispatch(Tx tx, String capability, Duration patience) {
    if (!NamedLock.DISPATCH.tryHold(tx, capability)) {
      return List.of();
    }
    var chosen = new ArrayList<Dispatched>();
    int narrower = 0;
    for (var reach : reaches(tx, capability)) {
      int room = room(tx, capability, reach.token(), narrower);
      if (room > 0) {
        chosen.addAll(dispatch(tx, capability, reach.token(), room, patience));
      }
      narrower += 2 * reach.slots();
    }
    return chosen;
  }

  private static List<Dispatched> dispatch(
      Tx tx, String capability, UUID reach, int room, Duration patience) {
    return tx.sql()
        .fetch(
            """
            with recursive t as (
              select t.job_kinds, t.teams, array(
                select distinct unnest(w.offers)
                from worker w join access_token a on a.id = w.token_id
                where w.state = 'live' and {0} = any(w.capabilities)
                  and (a.job_kinds, a.teams) is not distinct from (t.job_kinds, t.teams)) as offers
              from access_token t where t.id = {3}),
            team_waiting as (
              (select team_id from job where state = 'ready' and capability = {0}
                order by team_id limit 1)
              union all
              select (select j.team_id from job j
                where j.state = 'ready' and j.capability = {0} and j.team_id > w.team_id
                order by j.team_id limit 1)
              from team_waiting w where w.team_id is not null),
            in_flight as (
              select team_id, count(*) as jobs from job where state in ('dispatched', 'claimed')
              group by team_id),
            candidate as (
              select next.id, next.priority, next.created_at, turn.at as turn,
                (coalesce(f.jobs, 0) + next.k)::float8 / team.weight as load
              from team_waiting w
              join team on team.id = w.team_id
              left join in_flight f on f.team_id = w.team_id
              left join team_turn turn on turn.capability = {0} and turn.team_id = w.team_id
              cross join t
              cross join lateral (
                select first.*, row_number() over (order by priority desc, created_at, id) as k
                from (
                  select j.id, j.priority, j.created_at from job j
                  where j.state = 'ready' and j.capability = {0} and j.team_id = w.team_id
                    and j.not_before <= clock_timestamp() and j.offer = any(t.offers)
                    and (select run.state from run where run.id = j.run_id) = 'active' and
            """
                + TokenReach.ADMITS
                + """
                      order by j.priority desc, j.created_at, j.id limit {1}) first) next),
                chosen as (
                  select id, row_number() over (
                    order by load, priority desc, turn nulls first, created_at, id) as place
                  from candidate order by place limit {1}),
                held as (
                  select job.id, chosen.place from job join chosen on chosen.id = job.id
                  where job.state = 'ready' for update of job skip locked),
                gone_out as (
                  update job set state = 'dispatched', state_since = clock_timestamp(),
                    waiting_for = 'a worker to take it',
                    due_at = clock_timestamp() + {2} * interval '1 millisecond'
                  from held where job.id = held.id and job.state = 'ready'
                  returning job.id, job.run_id, job.team_id, held.place),
                turned as (
                  insert into team_turn (capability, team_id, at)
                  select {0}, team_id, clock_timestamp() + max(place) * interval '1 microsecond'
                  from gone_out group by team_id
                  on conflict (capability, team_id) do update set at = excluded.at)
                select gone_out.id, run.trace from gone_out join run on run.id = gone_out.run_id
                order by place
                """,
            val(capability),
            val(room),
            val(patience.toMillis()),
            val(reach))
        .map(row -> new Dispatched(row.get("id", UUID.class), row.get("trace", String.class)));
  }

  /// @param trace W3C trace context of the run
  public record Dispatched(UUID job, @Nullable String trace) {}

  /// Puts jobs back whose messages did not reach the broker.
  public static void notPublished(Tx tx, List<UUID> jobs, Duration delay) {
    toReady(tx, "id = any({0})", delay, val(jobs.toArray(UUID[]::new)));
  }

  /// Puts every dispatched, unclaimed job back: after a new connection nobody knows what the broker
  /// still holds.
  public static int redispatchAll(Tx tx) {
    return toReady(tx, "true", Duration.ZERO, val(0));
  }

  private static int toReady(Tx tx, String which, Duration delay, org.jooq.Field<?> argument) {
    int rows =
        tx.sql()
            .execute(
                """
                update job set state = 'ready', state_since = clock_timestamp(),
                  waiting_for = 'the broker',
                  not_before = clock_timestamp() + {1} * interval '1 millisecond',
                  due_at = clock_timestamp() + interval '2 seconds'
                where id in (select id from job where state = 'dispatched' and
                """
                    + which
                    + " order by id for update skip locked) and state = 'dispatched'",
                argument,
                val(delay.toMillis()));
    JobStore.wake(tx);
    return rows;
  }

  /// Workers whose tokens are good for the same jobs.
  ///
  /// @param token one of theirs
  private record Pool(UUID token, int slots) {}

  private static List<Pool> reaches(Tx tx, String capability) {
    return tx.sql()
        .fetch(
            """
            select (array_agg(t.id))[1] as token, sum(w.slots)::int as slots
            from worker w join access_token t on t.id = w.token_id
            where w.state = 'live' and {0} = any(w.capabilities)
            group by t.job_kinds, t.teams
            order by t.teams is null, t.job_kinds is null, cardinality(t.teams), t.teams, t.job_kinds
            """,
            val(capability))
        .map(row -> new Pool(row.get("token", UUID.class), row.get("slots", Integer.class)));
  }

  /// Twice the free slots of live workers, less what is dispatched for them and not claimed yet.
  ///
  /// @param narrower how much of that workers of narrower reach can hold
  private static int room(Tx tx, String capability, UUID reach, int narrower) {
    return tx.sql()
        .fetchSingle(
            """
            with t as (select job_kinds, teams from access_token where id = {1})
            select 2 * greatest(0, coalesce((
                select sum(w.slots) - sum((
                  select count(*) from job where state = 'claimed' and worker_id = w.id))
                from worker w join access_token a on a.id = w.token_id cross join t
                where w.state = 'live' and {0} = any(w.capabilities)
                  and (a.job_kinds, a.teams) is not distinct from (t.job_kinds, t.teams)), 0))
              - greatest(0, (select count(*) from job j cross join t
                where j.state = 'dispatched' and j.capability = {0} and
            """
                + TokenReach.ADMITS
                + ") - {2})",
            val(capability),
            val(reach),
            val(narrower))
        .get(0, Integer.class);
  }
}
