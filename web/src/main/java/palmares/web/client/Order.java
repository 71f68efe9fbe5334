package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be done with the responses of a file.
///
/// @param key names the order, so that sending it twice counts once
/// @param gzip whether the file is compressed
public record Order(
    Destination to, String system, About about, boolean allowPartial, boolean gzip, String key) {

  /// @param team whose quota and whose row it is; the caller's own if absent
  public record Destination(String benchmark, String version, @Nullable String team) {}

  /// What its team says of a system.
  public record About(
      @Nullable String baseModel,
      @Nullable String licence,
      @Nullable String link,
      boolean baseline) {

    public static final About NOTHING = new About(null, null, null, false);
  }

  Map<String, String> query(boolean check) {
    var query = new LinkedHashMap<String, String>();
    query.put("benchmark", to.benchmark());
    query.put("version", to.version());
    put(query, "team", to.team());
    query.put("system", system);
    put(query, "baseModel", about.baseModel());
    put(query, "licence", about.licence());
    put(query, "link", about.link());
    flag(query, "baseline", about.baseline());
    flag(query, "allowPartial", allowPartial);
    flag(query, "check", check);
    return query;
  }

  private static void put(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }

  private static void flag(Map<String, String> query, String name, boolean raised) {
    if (raised) {
      query.put(name, "true");
    }
  }
}
