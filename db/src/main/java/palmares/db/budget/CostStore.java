package palmares.db.budget;

import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import palmares.db.Tx;

/// What submissions cost, from the ledger. Several budgets may cover one attempt, which was made
/// once: what each of them has of it is the same, and counts once.
public final class CostStore {

  private CostStore() {}

  /// @param reserved for work that has not ended
  public record Cost(Unit unit, long spent, long reserved) {}

  /// What all runs of a submission cost so far; nothing where none of it was counted.
  public static List<Cost> ofSubmission(Tx tx, UUID submission) {
    return tx.sql()
        .fetch(
            """
            select unit, sum(spent)::bigint as spent, sum(reserved)::bigint as reserved
            from (
              select b.unit, coalesce(max(e.amount) filter (where e.kind = 'commit'), 0) as spent,
                case when bool_or(e.kind <> 'reserve') then 0 else max(e.amount) end as reserved
              from run
              join budget_entry e on e.run_id = run.id
              join budget b on b.id = e.budget_id
              where run.submission_id = {0}
              group by b.unit, e.job_id, e.attempt, e.call_id
            ) attempt
            group by unit order by unit
            """,
            val(submission))
        .map(row ->
            new Cost(
                Unit.of(row.get("unit", String.class)),
                row.get("spent", Long.class),
                row.get("reserved", Long.class)));
  }

  /// @param generation whether it was paid for responses, and not for what is said of them
  public record Paid(long runNo, Unit unit, boolean generation, long amount) {}

  /// What was paid for submissions until the end of a run of theirs; nothing where none of it was
  /// counted.
  public static List<Paid> upTo(Tx tx, Collection<Long> runs) {
    return tx.sql()
        .fetch(
            """
            select run_no, unit, generation, sum(amount)::bigint as amount
            from (
              select last.no as run_no, b.unit, job.stage = 'generate' as generation,
                max(e.amount) as amount
              from run last
              join run each on each.submission_id = last.submission_id and each.no <= last.no
              join budget_entry e on e.run_id = each.id and e.kind = 'commit'
              join budget b on b.id = e.budget_id
              join job on job.id = e.job_id
              where last.no = any({0})
              group by last.no, b.unit, job.stage = 'generate', e.job_id, e.attempt, e.call_id
            ) attempt
            group by run_no, unit, generation
            """,
            val(runs.toArray(Long[]::new)))
        .map(row ->
            new Paid(
                row.get("run_no", Long.class),
                Unit.of(row.get("unit", String.class)),
                row.get("generation", Boolean.class),
                row.get("amount", Long.class)));
  }
}
