package palmares.web.client;

import java.util.List;
import java.util.Map;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.NewExclusion;
import tools.jackson.core.type.TypeReference;

/// What pages ask about what the leaderboards of a version leave out.
public record ExclusionCalls(ApiClient api) {

  /// Newest first, lifted ones too.
  public Answer<List<Exclusion>> exclusions(String name, String version) {
    return api.get(path(name, version), Map.of(), new TypeReference<>() {});
  }

  /// Refused where it is left out already, so that asking twice does no harm.
  public Answer<Exclusion> exclude(String name, String version, NewExclusion exclusion) {
    return api.change("POST", path(name, version), exclusion, new TypeReference<>() {});
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
