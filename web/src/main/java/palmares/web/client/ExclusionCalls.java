package palmares.web.client;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.ExclusionCheck;
import palmares.contract.benchmark.NewExclusion;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask about what the leaderboards of a version leave out.
public record ExclusionCalls(ApiClient api) {

  /// What is left out now, newest first.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<Exclusion>> standing(
      String name, String version, @Nullable String cursor, int limit) {
    return page(name, version, "false", cursor, limit);
  }

  /// What counts again, newest first.
  public Answer<Page<Exclusion>> lifted(
      String name, String version, @Nullable String cursor, int limit) {
    return page(name, version, "true", cursor, limit);
  }

  private Answer<Page<Exclusion>> page(
      String name, String version, String lifted, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("lifted", lifted);
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get(path(name, version), query, new TypeReference<>() {});
  }

  /// Refused where it is left out already, so that asking twice does no harm.
  public Answer<Exclusion> exclude(String name, String version, NewExclusion exclusion) {
    return api.change("POST", path(name, version), exclusion, new TypeReference<>() {});
  }

  /// What that would concern; nothing is left out.
  public Answer<ExclusionCheck> check(String name, String version, NewExclusion exclusion) {
    return api.change("POST", path(name, version) + "/check", exclusion, new TypeReference<>() {});
  }

  public Answer<Exclusion> lift(String name, String version, String id) {
    return api.change(
        "POST",
        path(name, version) + "/" + ApiClient.encoded(id) + "/lift",
        null,
        new TypeReference<>() {});
  }

  private static String path(String name, String version) {
    return "/benchmarks/"
        + ApiClient.encoded(name)
        + "/versions/"
        + ApiClient.encoded(version)
        + "/exclusions";
  }
}
