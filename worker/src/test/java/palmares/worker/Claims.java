package palmares.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Claims and document lines as the api writes them, with defaults for all but what matters.
public final class Claims {

  private Claims() {}

  public static Map<String, Object> generate(String job, String offer, String inputs) {
    return claim(job, "generate", offer, inputs);
  }

  public static Map<String, Object> score(
      String job, String offer, String inputs, String responses) {
    var claim = claim(job, "score", offer, inputs);
    claim.put("responses", responses);
    return claim;
  }

  private static Map<String, Object> claim(String job, String stage, String offer, String inputs) {
    var claim = new HashMap<String, Object>();
    claim.put("job", job);
    claim.put("run", "r1");
    claim.put("token", "token-of-" + job);
    claim.put("attempt", 1);
    claim.put("leaseMillis", 15_000);
    claim.put("stage", stage);
    claim.put("offer", offer);
    claim.put("firstOrdinal", 0);
    claim.put("lastOrdinal", 99);
    claim.put("inputs", inputs);
    return claim;
  }

  public static Map<String, Object> with(Map<String, Object> claim, String field, Object value) {
    var changed = new HashMap<>(claim);
    changed.put(field, value);
    return changed;
  }

  /// An example that asks a question about a passage and has references.
  public static String gold(int ordinal, String passage, String question, List<String> references) {
    var quoted = references.stream().map(text -> '"' + text + '"').toList();
    return """
    {"ordinal":%d,"id":"e%d","messages":[{"role":"user","content":[{"type":"text","text":"%s"},\
    {"type":"text","text":"%s"}]}],"tags":["t"],"references":%s}\
    """
        .formatted(ordinal, ordinal, passage, question, quoted);
  }

  public static String input(int ordinal, String passage, String question) {
    return """
    {"ordinal":%d,"id":"e%d","messages":[{"role":"user","content":[{"type":"text","text":"%s"},\
    {"type":"text","text":"%s"}]}]}\
    """
        .formatted(ordinal, ordinal, passage, question);
  }

  public static String given(int ordinal, String text) {
    return "{\"ordinal\":%d,\"sample\":0,\"text\":\"%s\"}".formatted(ordinal, text);
  }
}
