package palmares.web.client;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.ExclusionCheck;
import palmares.contract.benchmark.ExclusionLift;
import palmares.contract.benchmark.NewExclusion;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask about what the leaderboards of a benchmark version leave out.
///
/// @param name of the benchmark
public record ExclusionCalls(ApiClient api, String name, String version) {

  /// What a snapshot was made without, newest first.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public static Answer<Page<Exclusion>> ofSnapshot(
      ApiClient api, String snapshot, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    return page(
        api, "/snapshots/" + ApiClient.encoded(snapshot) + "/exclusions", query, cursor, limit);
  }

  /// What is left out now, newest first.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<Exclusion>> standing(@Nullable String cursor, int limit) {
    return page("false", cursor, limit);
  }

  /// What counts again, newest first.
  public Answer<Page<Exclusion>> lifted(@Nullable String cursor, int limit) {
    return page("true", cursor, limit);
  }

  private Answer<Page<Exclusion>> page(String lifted, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("lifted", lifted);
    return page(api, path(), query, cursor, limit);
  }

  private static Answer<Page<Exclusion>> page(
      ApiClient api,
      String path,
      LinkedHashMap<String, String> query,
      @Nullable String cursor,
      int limit) {
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get(path, query, new TypeReference<>() {});
  }

  /// Refused where it is left out already, so that asking twice does no harm.
  public Answer<Exclusion> exclude(NewExclusion exclusion) {
    return api.change("POST", path(), exclusion, new TypeReference<>() {});
  }

  /// What that would concern; nothing is left out.
  public Answer<ExclusionCheck> check(NewExclusion exclusion) {
    return api.change("POST", path() + "/check", exclusion, new TypeReference<>() {});
  }

  public Answer<Exclusion> lift(String id, String reason) {
    return api.change(
        "POST",
        path() + "/" + ApiClient.encoded(id) + "/lift",
        new ExclusionLift(reason),
        new TypeReference<>() {});
  }

  private String path() {
    return "/benchmarks/"
        + ApiClient.encoded(name)
        + "/versions/"
        + ApiClient.encoded(version)
        + "/exclusions";
  }
}
