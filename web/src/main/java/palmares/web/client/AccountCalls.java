package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Accounts.AccountChange;
import palmares.contract.identity.Accounts.AccountSummary;
import palmares.contract.identity.Identity.CreatedAccount;
import palmares.contract.identity.Identity.NewAccount;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What administrators ask of accounts.
public record AccountCalls(ApiClient api) {

  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<AccountSummary>> page(@Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get("/accounts", query, new TypeReference<>() {});
  }

  public Answer<CreatedAccount> create(NewAccount account) {
    return api.post("/accounts", Map.of(), account, null, new TypeReference<>() {});
  }

  public Answer<AccountSummary> change(String name, AccountChange change) {
    return api.change("PUT", path(name), change, new TypeReference<>() {});
  }

  /// Replaces the password by a secret for one sign-in.
  public Answer<CreatedAccount> reset(String name) {
    return api.change("POST", path(name) + "/reset", null, new TypeReference<>() {});
  }

  private static String path(String name) {
    return "/accounts/" + ApiClient.encoded(name);
  }
}
