package palmares.api.submission;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.NewSubmission.NewSystem;
import palmares.db.Json;
import palmares.db.Sha256;

/// What a submission asks for, beside its responses.
///
/// @param dryRun whether to only say what would happen
/// @param key of a request that may be repeated
/// @param trace W3C trace context of the request
record Order(
    String benchmark,
    @Nullable String version,
    @Nullable String team,
    NewSystem system,
    boolean allowPartial,
    boolean baseline,
    boolean anonymous,
    boolean dryRun,
    @Nullable String key,
    String trace) {

  /// Over everything that was asked for and sent.
  Sha256 fingerprint(Sha256 source) {
    return Json.digest(
        Map.of(
            "order",
            Map.of(
                "benchmark",
                benchmark,
                "version",
                String.valueOf(version),
                "team",
                String.valueOf(team),
                "allowPartial",
                allowPartial,
                "baseline",
                baseline,
                "anonymous",
                anonymous,
                "system",
                spec(),
                "name",
                system.name()),
            "source",
            source.hex()));
  }

  /// The specification of the system's version: all that makes it what it is, in canonical JSON.
  String spec() {
    var spec = new TreeMap<String, Object>();
    spec.put("kind", system.kind());
    put(spec, "builtIn", system.builtIn());
    put(spec, "settings", system.settings());
    put(spec, "baseModel", system.baseModel());
    put(spec, "licence", system.licence());
    put(spec, "description", system.description());
    put(spec, "links", system.links());
    return Json.canonical(spec);
  }

  private static void put(Map<String, Object> spec, String name, @Nullable Object value) {
    if (value != null) {
      spec.put(name, value);
    }
  }

  boolean isBuiltIn() {
    return system.kind().equals("built-in");
  }
}
