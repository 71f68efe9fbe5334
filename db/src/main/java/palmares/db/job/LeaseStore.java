package palmares.db.job;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import palmares.db.Tx;

/// Leases: how long a claim is left alone, decided by the database's clock.
public final class LeaseStore {

  private LeaseStore() {}

  /// Renews what the worker holds, not for longer than `longest` since its claim, and is still to
  /// be done, and gives back its tokens. A row that somebody else has at this moment, most often
  /// the job's own completion, is passed over and counts as held: a heartbeat that waits for one
  /// lease loses all the others.
  public static Set<UUID> renew(
      Tx tx, UUID worker, List<UUID> tokens, Duration lease, Duration longest) {
    return new HashSet<>(
        tx.sql()
            .fetch(
                """
                with held as (
                  select job.id from job
                  where state = 'claimed' and worker_id = {0} and token = any({1})
                    and state_since > clock_timestamp() - {3} * interval '1 millisecond'
                  for update of job skip locked),
                renewed as (
                  update job set due_at = clock_timestamp() + {2} * interval '1 millisecond'
                  from held, run
                  where job.id = held.id and run.id = job.run_id
                    and run.state in ('active', 'stopping'))
                select job.token from job join run on run.id = job.run_id
                where job.state = 'claimed' and job.worker_id = {0} and job.token = any({1})
                  and job.state_since > clock_timestamp() - {3} * interval '1 millisecond'
                  and run.state in ('active', 'stopping')
                """,
                val(worker),
                val(tokens.toArray(UUID[]::new)),
                val(lease.toMillis()),
                val(longest.toMillis()))
            .getValues("token", UUID.class));
  }

  /// Jobs the worker holds whose run is being cancelled, in order of id.
  public static List<UUID> toCancel(Tx tx, UUID worker) {
    return tx.sql()
        .fetch(
            """
            select job.id from job join run on run.id = job.run_id
            where job.state = 'claimed' and job.worker_id = {0} and run.state = 'cancelling'
            order by job.id
            """,
            val(worker))
        .getValues("id", UUID.class);
  }

  /// Jobs the worker holds, in order of id.
  public static List<UUID> heldBy(Tx tx, UUID worker) {
    return tx.sql()
        .fetch(
            "select id from job where state = 'claimed' and worker_id = {0} order by id",
            val(worker))
        .getValues("id", UUID.class);
  }
}
