package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.quota.Quotas.Entry;
import palmares.contract.quota.Quotas.Quota;
import tools.jackson.core.type.TypeReference;

/// What pages ask of the submissions that a team may make.
public record QuotaCalls(ApiClient api) {

  /// Those that something was used of today.
  public Answer<List<Quota>> quotas(String team) {
    return api.get(path(team), Map.of(), new TypeReference<>() {});
  }

  /// What was taken and what came back, newest first.
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
    return "/teams/" + ApiClient.encoded(team) + "/quotas";
  }
}
