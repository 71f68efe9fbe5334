package palmares.launcher.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as the api speaks it: times in ISO 8601, absent lists and maps empty, unknown fields passed
/// over because the api may be newer than the command.
public final class ApiJson {

  static final ObjectMapper MAPPER = mapper();

  private ApiJson() {}

  /// Indented, and safe for a terminal: what could steer it is written as an escape.
  public static String pretty(Object value) {
    try {
      var json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
      var safe = new StringBuilder(json.length());
      json.codePoints()
          .forEach(point -> {
            if (steersTerminal(point)) {
              Character.toString(point).chars().forEach(c -> safe.append("\\u%04x".formatted(c)));
            } else {
              safe.appendCodePoint(point);
            }
          });
      return safe.append('\n').toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value, e);
    }
  }

  /// Jackson has escaped the control characters of ASCII already, and line breaks are its own.
  private static boolean steersTerminal(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\n';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static ObjectMapper mapper() {
    var mapper = new ObjectMapper();
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    var emptyIfAbsent = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    mapper.configOverride(List.class).setSetterInfo(emptyIfAbsent);
    mapper.configOverride(Map.class).setSetterInfo(emptyIfAbsent);
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(new InstantWriter())
            .addDeserializer(Instant.class, new InstantReader()));
    return mapper;
  }

  private static final class InstantWriter extends StdScalarSerializer<Instant> {

    private static final long serialVersionUID = 1;

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class InstantReader extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      var text = in.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw context.weirdStringException(text, Instant.class, "a time in ISO 8601 was expected");
      }
    }
  }
}
