package palmares.web.client;

import java.util.ArrayList;
import java.util.List;
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
  ///
  /// @param anonymous whether a new one stays so until it is published
  public record About(
      @Nullable String baseModel,
      @Nullable String licence,
      @Nullable String description,
      List<String> links,
      boolean baseline,
      boolean anonymous) {

    public static final About NOTHING = new About(null, null, null, List.of(), false, false);

    public About {
      links = List.copyOf(links);
    }
  }

  String query(boolean check) {
    var query = new ArrayList<String>();
    put(query, "benchmark", to.benchmark());
    put(query, "version", to.version());
    put(query, "team", to.team());
    put(query, "system", system);
    put(query, "baseModel", about.baseModel());
    put(query, "licence", about.licence());
    put(query, "description", about.description());
    about.links().forEach(link -> put(query, "link", link));
    flag(query, "baseline", about.baseline());
    flag(query, "anonymous", about.anonymous());
    flag(query, "allowPartial", allowPartial);
    flag(query, "check", check);
    return "?" + String.join("&", query);
  }

  private static void put(List<String> query, String name, @Nullable String value) {
    if (value != null) {
      query.add(name + "=" + ApiClient.encoded(value));
    }
  }

  private static void flag(List<String> query, String name, boolean raised) {
    if (raised) {
      put(query, name, "true");
    }
  }
}
