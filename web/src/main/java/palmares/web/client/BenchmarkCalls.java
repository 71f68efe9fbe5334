package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.ExampleLine;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// What pages ask of benchmarks, and of what can be submitted to them.
public record BenchmarkCalls(ApiClient api) {

  /// @param version the newest published one if absent
  public Answer<BenchmarkDetail> benchmark(String name, @Nullable String version) {
    return benchmark(name, version, null);
  }

  /// @param team whose quota is told; the caller's own if absent
  public Answer<BenchmarkDetail> benchmark(
      String name, @Nullable String version, @Nullable String team) {
    var query = new LinkedHashMap<String, String>();
    put(query, "version", version);
    put(query, "team", team);
    return api.get("/benchmarks/" + ApiClient.encoded(name), query, new TypeReference<>() {});
  }

  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<ExampleLine>> examples(
      String name, String version, @Nullable String cursor, int limit) {
    var query = new LinkedHashMap<String, String>();
    query.put("limit", Integer.toString(limit));
    put(query, "cursor", cursor);
    return api.get(path(name, version) + "/examples", query, new TypeReference<>() {});
  }

  /// The inputs (`examples`) or the file to fill in (`template`).
  public Answer<Download> download(String name, String version, String what) {
    return api.download(path(name, version) + "/" + what + ".jsonl");
  }

  /// Keys of the built-in systems that workers offer now.
  public Answer<List<String>> builtIns() {
    return api.get("/built-in-systems", Map.of(), new TypeReference<>() {});
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }

  private static String path(String name, String version) {
    return "/benchmarks/" + ApiClient.encoded(name) + "/versions/" + ApiClient.encoded(version);
  }
}
