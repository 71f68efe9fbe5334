package palmares.api.budget;

import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Benchmarks;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Refused;
import palmares.contract.budget.BudgetApi;
import palmares.contract.budget.Budgets.Budget;
import palmares.contract.budget.Budgets.Entry;
import palmares.contract.budget.Budgets.NewAmount;
import palmares.contract.budget.Budgets.TeamBudget;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.budget.BudgetEntry;
import palmares.db.budget.BudgetOverview;
import palmares.db.budget.BudgetStore;
import palmares.db.budget.Unit;
import palmares.db.identity.AuditStore;

/// Shows a team what it may spend and has spent, and lets administrators set it.
@Controller("/api/v1")
class BudgetController implements BudgetApi {

  private final Database database;
  private final Callers callers;

  BudgetController(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.ADMIN)
  public Page<TeamBudget> all(@Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 2);
    var after =
        from == null ? null : new BudgetOverview.After(from.key(0), Ids.parse("page", from.key(1)));
    var rows = database.transact(tx -> BudgetOverview.page(tx, after, size + 1));
    return Pages.of(
        rows, size, row -> Cursor.after(row.team(), row.id()), BudgetController::teamBudget);
  }

  private static TeamBudget teamBudget(palmares.db.budget.TeamBudget row) {
    return new TeamBudget(
        row.team(),
        row.unit().word(),
        row.benchmark(),
        row.version(),
        row.amount(),
        row.used() - row.settled(),
        row.settled(),
        Math.max(0, row.amount() - row.used()));
  }

  @Override
  @Access(Access.To.READ)
  public List<Budget> budgets(String team) {
    return database.transact(tx -> budgets(tx, callers.team(tx, team)));
  }

  @Override
  @Access(Access.To.ADMIN)
  public List<Budget> set(String team, NewAmount amount) {
    var unit = unit(amount.unit());
    if (amount.amount() < 0) {
      throw Refused.badRequest("amount must be 0 or more: " + amount.amount() + ".");
    }
    if (amount.benchmark() == null && amount.version() != null) {
      throw Refused.badRequest("a version needs the benchmark that it is of.");
    }
    return database.transact(tx -> {
      var id = callers.team(tx, team);
      BudgetStore.set(tx, id, unit, benchmarkVersion(tx, amount), amount.amount());
      AuditStore.add(
          tx,
          callers.person().account(),
          "set-budget",
          team,
          Map.of(
              "unit", unit.word(),
              "amount", Long.toString(amount.amount()),
              "benchmark", String.valueOf(amount.benchmark()),
              "version", String.valueOf(amount.version())));
      return budgets(tx, id);
    });
  }

  @Override
  @Access(Access.To.READ)
  public Page<Entry> entries(String team, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var last = Cursor.lastNumber(cursor);
    var rows =
        database.transact(tx -> BudgetStore.entries(tx, callers.team(tx, team), last, size + 1));
    return Pages.of(rows, size, row -> Cursor.after(row.id()), BudgetController::entry);
  }

  private static Unit unit(String word) {
    try {
      return Unit.of(word);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest(e.getMessage() + ".");
    }
  }

  private @Nullable UUID benchmarkVersion(Tx tx, NewAmount amount) {
    var name = amount.benchmark();
    if (name == null) {
      return null;
    }
    var version = Benchmarks.find(tx, callers.person(), name, amount.version());
    if (version == null) {
      throw Refused.notFound(
          "benchmark", amount.version() == null ? name : name + " " + amount.version());
    }
    return version.id();
  }

  private static List<Budget> budgets(Tx tx, UUID team) {
    return BudgetStore.of(tx, team).stream()
        .map(each ->
            new Budget(
                each.unit().word(),
                each.benchmark(),
                each.version(),
                each.amount(),
                each.used(),
                each.left()))
        .toList();
  }

  private static Entry entry(BudgetEntry row) {
    var submission = row.submission();
    return new Entry(
        row.at(),
        row.kind(),
        row.unit().word(),
        row.benchmark(),
        row.version(),
        row.amount(),
        row.offer(),
        row.examples(),
        row.run().toString(),
        submission == null ? null : submission.toString(),
        row.job().toString(),
        row.attempt(),
        row.reason());
  }
}
