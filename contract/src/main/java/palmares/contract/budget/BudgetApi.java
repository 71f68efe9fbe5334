package palmares.contract.budget;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.budget.Budgets.Budget;
import palmares.contract.budget.Budgets.Entry;
import palmares.contract.budget.Budgets.NewAmount;
import palmares.contract.budget.Budgets.TeamBudget;
import palmares.contract.page.Page;

/// Budgets of teams: set by administrators, seen by their members.
///
/// Work that costs money needs a budget of money that covers it. Tokens are counted only where
/// there is a budget of tokens.
public interface BudgetApi {

  /// Those of all teams, by the names of these, for administrators.
  @Get("/budgets")
  Page<TeamBudget> all(@QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit);

  @Get("/teams/{team}/budgets")
  List<Budget> budgets(@PathVariable String team);

  /// Sets what the team may spend in all, for all its work or for one version of a benchmark. What
  /// is used stays used: to give a team more, raise the amount.
  @Put("/teams/{team}/budgets")
  List<Budget> set(@PathVariable String team, @Body NewAmount amount);

  /// What was reserved, paid and given back, newest first.
  @Get("/teams/{team}/budgets/entries")
  Page<Entry> entries(
      @PathVariable String team,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);
}
