package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.ExampleLine;
import palmares.contract.identity.Identity.Me;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask of benchmarks, and of who may submit what to them.
public record BenchmarkCalls(ApiClient api) {

  /// @param version the newest published one if absent
  public Answer<BenchmarkDetail> benchmark(String name, @Nullable String version) {
    Map<String, String> query = version == null ? Map.of() : Map.of("version", version);
    return api.get("/benchmarks/" + ApiClient.encoded(name), query, new TypeReference<>() {});
  }

  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<ExampleLine>> examples(
      String name, String version, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return api.get(path(name, version) + "/examples", query, new TypeReference<>() {});
  }

  /// Where the inputs (`examples`) or the file to fill in (`template`) lie, on the pages' own
  /// origin.
  public static String download(String name, String version, String what) {
    return "/api/v1" + path(name, version) + "/" + what + ".jsonl";
  }

  /// Keys of the built-in systems that workers offer now.
  public Answer<List<String>> builtIns() {
    return api.get("/built-in-systems", Map.of(), new TypeReference<>() {});
  }

  public Answer<Me> me() {
    return api.get("/me", Map.of(), new TypeReference<>() {});
  }

  private static String path(String name, String version) {
    return "/benchmarks/" + ApiClient.encoded(name) + "/versions/" + ApiClient.encoded(version);
  }
}
