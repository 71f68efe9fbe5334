package palmares.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON text of what is stored as documents. What is digested is canonical (RFC 8785): PostgreSQL
/// reorders jsonb, so a digest is never taken over what comes back from there.
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /// The canonical form of a record, list or map.
  public static String canonical(Object value) {
    return canonical(MAPPER.writeValueAsString(value));
  }

  /// JSON for people, its fields in the order of the record or map.
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// The canonical form of JSON text.
  public static String canonical(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + json, e);
    }
  }

  /// The sha-256 of the canonical form.
  public static Sha256 digest(Object value) {
    return Sha256.of(canonical(value));
  }

  /// @throws tools.jackson.core.JacksonException if the text is not a `type`, naming the field
  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /// A document of which only a part is read.
  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /// An object whose values are all strings.
  public static Map<String, String> strings(String json) {
    return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
  }
}
