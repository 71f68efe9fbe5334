package palmares.db.budget;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.BUDGET;
import static palmares.db.schema.Tables.BUDGET_ENTRY;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.UuidV7;

/// Budgets of teams. Work is reserved before it begins, and what was reserved is committed or
/// refunded when it ends. Whoever needs more than one lock takes them in the order job, budgets by
/// id, run.
public final class BudgetStore {

  private BudgetStore() {}

  /// What a reservation is for.
  ///
  /// @param examples that are still to be done
  public record Work(
      UUID team, UUID benchmarkVersion, UUID run, UUID job, int attempt, int examples) {}

  public sealed interface Reservation {

    /// There is enough in every budget that covers the work, or it costs nothing.
    record Made() implements Reservation {}

    /// @param why which budget lacks how much, in words; nothing was reserved
    record Lacking(String why) implements Reservation {}
  }

  /// Reserves the price of all examples from every budget that covers them, or from none.
  public static Reservation reserve(Tx tx, Work work, Price price) {
    if (price.costsNothing() || work.examples() == 0) {
      return new Reservation.Made();
    }
    var covering =
        select(
            tx,
            BUDGET
                .TEAM_ID
                .eq(work.team())
                .and(
                    BUDGET
                        .BENCHMARK_VERSION_ID
                        .isNull()
                        .or(BUDGET.BENCHMARK_VERSION_ID.eq(work.benchmarkVersion()))),
            true);
    if (price.micros() > 0 && covering.stream().noneMatch(b -> b.unit() == Unit.MONEY)) {
      return new Reservation.Lacking("the team has no budget of money, and this work costs some");
    }
    for (var budget : covering) {
      long wanted = Math.multiplyExact(price.of(budget.unit()), work.examples());
      if (wanted > 0 && budget.used() + wanted > budget.amount()) {
        return new Reservation.Lacking(
            "%s has %d left, and %d are needed for the next %d examples"
                .formatted(budget.words(), budget.left(), wanted, work.examples()));
      }
    }
    for (var budget : covering) {
      long wanted = price.of(budget.unit()) * work.examples();
      if (wanted > 0) {
        take(tx, budget, wanted);
        insert(tx, budget.id(), work, "reserve", wanted, work.examples(), null);
      }
    }
    return new Reservation.Made();
  }

  /// The rows are held, so that this can fail only if someone overlooks the lock.
  private static void take(Tx tx, Budget budget, long wanted) {
    int taken =
        tx.sql()
            .update(BUDGET)
            .set(BUDGET.USED, BUDGET.USED.plus(wanted))
            .where(BUDGET.ID.eq(budget.id()))
            .and(BUDGET.USED.plus(wanted).le(BUDGET.AMOUNT))
            .execute();
    if (taken != 1) {
      throw new IllegalStateException("budget " + budget.id() + " was held and yet changed");
    }
  }

  /// Commits what an attempt has done of what it reserved, and refunds the rest. Nothing happens
  /// the second time, or where nothing was reserved.
  ///
  /// @param kept examples to pay for, of those that were reserved for
  public static void settle(Tx tx, UUID job, int attempt, Kept kept, String reason) {
    var open =
        tx.sql()
            .selectFrom(BUDGET_ENTRY)
            .where(BUDGET_ENTRY.JOB_ID.eq(job))
            .and(BUDGET_ENTRY.ATTEMPT.eq(attempt))
            .orderBy(BUDGET_ENTRY.BUDGET_ID)
            .fetch();
    if (open.stream().anyMatch(entry -> !entry.getKind().equals("reserve"))) {
      return;
    }
    for (var entry : open) {
      int examples = entry.getExamples();
      int paid = Math.clamp(kept.of(examples), 0, examples);
      long each = entry.getAmount() / examples;
      var work = new Work(job, job, entry.getRunId(), job, attempt, examples);
      insert(tx, entry.getBudgetId(), work, "commit", each * paid, paid, null);
      if (paid < examples) {
        long back = each * (examples - paid);
        tx.sql()
            .update(BUDGET)
            .set(BUDGET.USED, BUDGET.USED.minus(back))
            .where(BUDGET.ID.eq(entry.getBudgetId()))
            .execute();
        insert(tx, entry.getBudgetId(), work, "refund", back, examples - paid, reason);
      }
    }
  }

  /// How many of the reserved examples are to be paid for; asked only where there are any.
  @FunctionalInterface
  public interface Kept {
    int of(int reserved);
  }

  private static void insert(
      Tx tx,
      UUID budget,
      Work work,
      String kind,
      long amount,
      int examples,
      @Nullable String reason) {
    tx.sql()
        .insertInto(BUDGET_ENTRY)
        .set(BUDGET_ENTRY.BUDGET_ID, budget)
        .set(BUDGET_ENTRY.RUN_ID, work.run())
        .set(BUDGET_ENTRY.JOB_ID, work.job())
        .set(BUDGET_ENTRY.ATTEMPT, work.attempt())
        .set(BUDGET_ENTRY.KIND, kind)
        .set(BUDGET_ENTRY.AMOUNT, amount)
        .set(BUDGET_ENTRY.EXAMPLES, examples)
        .set(BUDGET_ENTRY.REASON, reason)
        .execute();
  }

  /// Sets what a team may spend in all; what is used stays used.
  ///
  /// @param benchmarkVersion the only one it is for, if given
  public static void set(
      Tx tx, UUID team, Unit unit, @Nullable UUID benchmarkVersion, long amount) {
    tx.sql()
        .execute(
            """
            insert into budget (id, team_id, unit, benchmark_version_id, amount)
            values ({0}, {1}, {2}, {3}, {4})
            on conflict (team_id, unit, benchmark_version_id) do update set amount = excluded.amount
            """,
            val(UuidV7.next()),
            val(team),
            val(unit.word()),
            val(benchmarkVersion, UUID.class),
            val(amount));
  }

  public static List<Budget> of(Tx tx, UUID team) {
    return select(tx, BUDGET.TEAM_ID.eq(team), false);
  }

  private static List<Budget> select(Tx tx, Condition which, boolean held) {
    var ordered = select(tx).where(which).orderBy(BUDGET.ID);
    var rows = held ? ordered.forUpdate().of(BUDGET).fetch() : ordered.fetch();
    return new ArrayList<>(
        rows.map(row ->
            new Budget(
                row.get(BUDGET.ID),
                Unit.of(row.get(BUDGET.UNIT)),
                row.get(BENCHMARK.NAME),
                row.get(BENCHMARK_VERSION.VERSION),
                row.get(BUDGET.AMOUNT),
                row.get(BUDGET.USED))));
  }

  private static SelectOnConditionStep<Record> select(Tx tx) {
    return tx.sql()
        .select(BUDGET.fields())
        .select(BENCHMARK.NAME, BENCHMARK_VERSION.VERSION)
        .from(BUDGET)
        .leftJoin(BENCHMARK_VERSION)
        .on(BENCHMARK_VERSION.ID.eq(BUDGET.BENCHMARK_VERSION_ID))
        .leftJoin(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID));
  }

  /// The ledger of a team, newest first.
  ///
  /// @param below only entries before this one, if given
  public static List<BudgetEntry> entries(Tx tx, UUID team, @Nullable Long below, int limit) {
    return tx.sql()
        .fetch(
            """
            select e.id, e.at, e.kind, b.unit, m.name as benchmark, v.version, e.amount, e.run_id,
              run.submission_id, e.job_id, e.attempt, job.offer, e.examples, e.reason
            from budget b
            join budget_entry e on e.budget_id = b.id
            join run on run.id = e.run_id
            join job on job.id = e.job_id
            left join benchmark_version v on v.id = b.benchmark_version_id
            left join benchmark m on m.id = v.benchmark_id
            where b.team_id = {0} and e.id < {1}
            order by e.id desc limit {2}
            """,
            val(team), val(below == null ? Long.MAX_VALUE : below), val(limit))
        .map(row ->
            new BudgetEntry(
                row.get("id", Long.class),
                row.get("at", java.time.OffsetDateTime.class).toInstant(),
                row.get("kind", String.class),
                Unit.of(row.get("unit", String.class)),
                row.get("benchmark", String.class),
                row.get("version", String.class),
                row.get("amount", Long.class),
                row.get("run_id", UUID.class),
                row.get("submission_id", UUID.class),
                row.get("job_id", UUID.class),
                row.get("attempt", Integer.class),
                row.get("offer", String.class),
                row.get("examples", Integer.class),
                row.get("reason", String.class)));
  }
}
