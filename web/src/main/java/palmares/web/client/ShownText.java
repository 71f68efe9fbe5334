package palmares.web.client;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.DraftDetail;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Reads a text that is to be shown. Marks that turn the direction of what follows become visible:
/// pages set texts of people into sentences, and a mark that nothing closes would turn the rest.
final class ShownText extends ValueDeserializer<String> {

  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Set<String> EDITED = Set.of("spec", "examples");

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    // Drafts are edited and sent back, so their texts stay as they are.
    return property != null
            && property.getMember().getDeclaringClass() == DraftDetail.class
            && EDITED.contains(property.getName())
        ? StringDeserializer.instance
        : this;
  }

  @Override
  public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
    var text = StringDeserializer.instance.deserialize(parser, context);
    return text == null ? null : shown(text);
  }

  private static String shown(String text) {
    return TURNING.matcher(text).replaceAll("\uFFFD");
  }

  /// The same of the names in a map.
  static final class Key extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return shown(key);
    }
  }
}
