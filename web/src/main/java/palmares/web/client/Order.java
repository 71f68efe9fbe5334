package palmares.web.client;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is to be done with the responses of a file.
///
/// @param key names the order, so that sending it twice counts once
/// @param gzip whether the file is compressed
public record Order(
    String benchmark, String system, boolean allowPartial, boolean gzip, String key) {

  Map<String, String> query(boolean check) {
    var query = new LinkedHashMap<String, String>();
    query.put("benchmark", benchmark);
    query.put("system", system);
    if (allowPartial) {
      query.put("allowPartial", "true");
    }
    if (check) {
      query.put("check", "true");
    }
    return query;
  }
}
