package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.budget.Budgets.Budget;
import palmares.contract.budget.Budgets.Entry;
import palmares.contract.budget.Budgets.NewAmount;
import palmares.contract.budget.Budgets.TeamBudget;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask of what a team may spend.
public record BudgetCalls(ApiClient api) {

  public Answer<List<Budget>> budgets(String team) {
    return api.get(path(team), Map.of(), new TypeReference<>() {});
  }

  /// Those of all teams, for administrators.
  public Answer<Page<TeamBudget>> all(@Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get("/budgets", query, new TypeReference<>() {});
  }

  /// For administrators.
  public Answer<List<Budget>> set(String team, NewAmount amount) {
    return api.put(path(team), amount, new TypeReference<>() {});
  }

  /// What was reserved, paid and given back, newest first.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<Entry>> entries(String team, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get(path(team) + "/entries", query, new TypeReference<>() {});
  }

  private static String path(String team) {
    return "/teams/" + ApiClient.encoded(team) + "/budgets";
  }
}
