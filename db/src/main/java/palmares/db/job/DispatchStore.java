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
  /// job of a team with n jobs in flight that is owed a has the load (n + k - a) / weight. Between
  /// equal loads priority goes first, then the team whose last slot is longest ago: by the age of
  /// jobs, the oldest large runs would win every tie, and where more teams wait than there are
  /// slots, the youngest would get none. Within a team priority goes first and then age.
  ///
  /// What a team is owed is its weight's share of all slots that were given while it waited, less
  /// those that it got. Without it, few slots are rounded the same way each time, and a light team
  /// beside a heavy one gets none. It counts from half a job too many to one job too few: a team
  /// with nothing in flight that is owed a whole job has the load 0, and nobody a lesser one, so
  /// that none waits for ever; and no more is owed to who was away, or to who has longer jobs and
  /// therefore holds its slots for longer.
  ///
  /// The innermost query reads jobs alone, in the order of their index, and stops when it has
  /// enough; as a join it may be planned to read all that wait.
  ///
  /// Jobs that somebody holds, to end them, are left alone. Those that the sweeper is only writing
  /// on are waited for: to pass them over would give their turn to another team.
  ///
  /// Workers whose tokens are good for the same jobs and that offer the same share their room, and
  /// only such jobs fill it: the free slots of one team's pool let out no job of another's, and
  /// those of one kind of worker no job that only another kind can do. The narrowest goes first,
  /// and what it can hold takes no room from the wider ones.
  ///
  /// The chosen are read by their ids. Where few ready jobs were counted lately, PostgreSQL would
  /// rather go through the index of all of them, of which there may be many by now; it does not
  /// know that this index holds whatever `is not distinct from 'ready'`.
  ///
  /// @param patience how long a message may wait for its claim
  public static List<Dispatched> dispatch(Tx tx, String capability, Duration patience) {
    if (!NamedLock.DISPATCH.tryHold(tx, capability)) {
      return List.of();
    }
    var chosen = new ArrayList<Dispatched>();
    for (var pool : pools(tx, capability)) {
      int room = room(tx, capability, pool);
      if (room > 0) {
        chosen.addAll(dispatch(tx, capability, pool, room, patience));
      }
    }
    return chosen;
  }

  private static List<Dispatched> dispatch(
      Tx tx, String capability, Pool pool, int room, Duration patience) {
    return tx.sql()
        .fetch(
            """
            with recursive reach as (
              select job_kinds, teams,
                coalesce(job_kinds::text, '*') || ' ' || coalesce(teams::text, '*') as name
              from access_token where id = {3}),
            t as (
              select reach.*, {4}::text[] as offers,
                coalesce((select max(turn.clock) from team_turn turn
                  where turn.capability = {0} and turn.reach = reach.name), 0) as clock
              from reach),
            team_waiting as (
              (select team_id from job where state = 'ready' and capability = {0}
                order by team_id limit 1)
              union all
              select (select j.team_id from job j
                where j.state = 'ready' and j.capability = {0} and j.team_id > w.team_id
                order by j.team_id limit 1)
              from team_waiting w where w.team_id is not null),
            in_flight as (
              select j.team_id, count(*) as jobs
              from job j cross join t
              left join worker w on w.id = j.worker_id
              left join access_token a on a.id = w.token_id
              where j.capability = {0} and j.state in ('dispatched', 'claimed') and (
                j.state = 'claimed'
                  and (a.job_kinds, a.teams) is not distinct from (t.job_kinds, t.teams)
                or j.state = 'dispatched' and j.offer = any(t.offers) and
            """
                + TokenReach.ADMITS
                + """
                  )
                  group by j.team_id),
                contender as (
                  select team.id as team_id, team.weight::float8 as weight, turn.at as last,
                    turn.team_id is null as is_new, coalesce(f.jobs, 0)::float8 as jobs,
                    least(1, greatest(-0.5, coalesce(
                      turn.arrears + team.weight * (t.clock - turn.clock), 0))) as arrears
                  from team_waiting w join team on team.id = w.team_id cross join t
                  left join in_flight f on f.team_id = w.team_id
                  left join team_turn turn on turn.capability = {0} and turn.reach = t.name
                    and turn.team_id = w.team_id),
                candidate as (
                  select next.id, next.priority, next.created_at, c.team_id, c.last,
                    (c.jobs + next.k - c.arrears) / c.weight as load
                  from contender c cross join t
                  cross join lateral (
                    select first.*, row_number() over (order by priority desc, created_at, id) as k
                    from (
                      select j.id, j.priority, j.created_at from job j
                      where j.state = 'ready' and j.capability = {0} and j.team_id = c.team_id
                        and j.not_before <= clock_timestamp() and j.offer = any(t.offers)
                        and (select run.state from run where run.id = j.run_id) = 'active' and
                """
                + TokenReach.ADMITS
                + """
                      order by j.priority desc, j.created_at, j.id limit {1}) first) next),
                chosen as (
                  select id, row_number() over (
                    order by load, priority desc, last nulls first, created_at, id) as place
                  from candidate order by place limit {1}),
                held as (
                  select id from job
                  where id = any(array(select id from chosen)) and state is not distinct from 'ready'
                  for key share skip locked),
                gone_out as (
                  update job set state = 'dispatched', state_since = clock_timestamp(),
                    waiting_for = 'a worker to take it',
                    due_at = clock_timestamp() + {2} * interval '1 millisecond'
                  where id = any(array(select id from held)) and state is not distinct from 'ready'
                  returning id, run_id, team_id),
                served as (
                  select team_id, count(*) as slots,
                    clock_timestamp() + max(place) * interval '1 microsecond' as at
                  from gone_out join chosen on chosen.id = gone_out.id group by team_id),
                competing as (
                  select * from contender where team_id in (select team_id from candidate)),
                turned as (
                  insert into team_turn (capability, reach, team_id, arrears, clock, at)
                  select {0}, t.name, c.team_id,
                    c.arrears + c.weight * passed.time - coalesce(served.slots, 0),
                    t.clock + passed.time, served.at
                  from competing c cross join t
                  cross join (select (select count(*) from gone_out)
                    / (select sum(weight) from competing) as time) passed
                  left join served on served.team_id = c.team_id
                  where served.team_id is not null or c.is_new
                  on conflict (capability, reach, team_id) do update
                  set arrears = excluded.arrears, clock = excluded.clock, at = excluded.at)
                select gone_out.id, run.trace from gone_out join chosen on chosen.id = gone_out.id
                  join run on run.id = gone_out.run_id
                order by chosen.place
                """,
            val(capability),
            val(room),
            val(patience.toMillis()),
            val(pool.token()),
            val(pool.offers()))
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
                where id = any(array(select id from job where state = 'dispatched' and
                """
                    + which
                    + " order by id for update skip locked))",
                argument,
                val(delay.toMillis()));
    JobStore.wake(tx);
    return rows;
  }

  /// Workers whose tokens are good for the same jobs, and that offer the same.
  ///
  /// @param token one of theirs
  /// @param narrower how many messages those can hold that may do only part of what these may
  private record Pool(UUID token, String[] offers, int narrower) {}

  private static List<Pool> pools(Tx tx, String capability) {
    return tx.sql()
        .fetch(
            """
            with pool as (
              select (array_agg(t.id))[1] as token, o.offers, sum(w.slots)::int as slots,
                dense_rank() over (order by t.teams is null, t.job_kinds is null,
                  cardinality(t.teams), t.teams, t.job_kinds) as reach
              from worker w join access_token t on t.id = w.token_id
              cross join lateral (
                select array_agg(distinct offer) as offers from unnest(w.offers) as offer) o
              where w.state = 'live' and {0} = any(w.capabilities) and o.offers is not null
              group by t.job_kinds, t.teams, o.offers)
            select token, offers, coalesce((
                select sum(2 * other.slots) from pool other
                where other.reach < pool.reach and other.offers && pool.offers
                  or other.reach = pool.reach and other.offers <@ pool.offers
                    and other.offers <> pool.offers), 0)::int as narrower
            from pool order by reach, cardinality(offers), offers
            """,
            val(capability))
        .map(row ->
            new Pool(
                row.get("token", UUID.class),
                row.get("offers", String[].class),
                row.get("narrower", Integer.class)));
  }

  /// Twice the free slots of the pool's workers, less what is dispatched for them and not claimed
  /// yet.
  private static int room(Tx tx, String capability, Pool pool) {
    return tx.sql()
        .fetchSingle(
            """
            with t as (select job_kinds, teams from access_token where id = {1})
            select 2 * greatest(0, coalesce((
                select sum(w.slots) - sum((
                  select count(*) from job where state = 'claimed' and worker_id = w.id))
                from worker w join access_token a on a.id = w.token_id cross join t
                where w.state = 'live' and {0} = any(w.capabilities)
                  and w.offers @> {3}::text[] and w.offers <@ {3}::text[]
                  and (a.job_kinds, a.teams) is not distinct from (t.job_kinds, t.teams)), 0))
              - greatest(0, (select count(*) from job j cross join t
                where j.state = 'dispatched' and j.capability = {0}
                  and j.offer = any({3}::text[]) and
            """
                + TokenReach.ADMITS
                + ") - {2})",
            val(capability),
            val(pool.token()),
            val(pool.narrower()),
            val(pool.offers()))
        .get(0, Integer.class);
  }
}
