package palmares.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;

/// Reads one JSON document, with a cap on depth, and notes what cannot be stored or understood.
public final class JsonReader {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 100;
  private static final int MAX_EXPONENT = 400;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .maxStringLength(64 * 1024 * 1024)
                  .build())
          .build();

  private final Flaws flaws;
  private final int firstLine;

  private JsonReader(Flaws flaws, int firstLine) {
    this.flaws = flaws;
    this.firstLine = firstLine;
  }

  /// @param firstLine the line of the file that the document begins in
  /// @return absent if it is not JSON at all; whatever was noted as a flaw is then the reason
  public static @Nullable Json read(byte[] utf8, int firstLine, Flaws flaws) {
    var reader = new JsonReader(flaws, firstLine);
    var text = reader.decode(utf8);
    return text == null ? null : reader.document(text);
  }

  private @Nullable String decode(byte[] utf8) {
    var bytes = ByteBuffer.wrap(utf8);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      var at = bytes.position();
      var line = firstLine;
      for (var i = 0; i < at; i++) {
        line += utf8[i] == '\n' ? 1 : 0;
      }
      flaws.add(
          line,
          null,
          "is not UTF-8: byte %d of the %s is 0x%02x"
              .formatted(at + 1, firstLine == 1 ? "document" : "line", utf8[at]));
      return null;
    }
  }

  private @Nullable Json document(String text) {
    try (var parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        flaws.add(firstLine, null, "is empty; expected a JSON value");
        return null;
      }
      var value = value(parser, "");
      if (parser.nextToken() != null) {
        flaws.add(line(parser), null, "has more after the end of the JSON value");
        return null;
      }
      return value;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      flaws.add(
          at == null ? firstLine : firstLine + at.getLineNr() - 1,
          null,
          "is not JSON: %s%s"
              .formatted(
                  Problems.shown(firstSentence(e.getOriginalMessage())),
                  at == null ? "" : " (column " + at.getColumnNr() + ")"));
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private Json value(JsonParser parser, String path) throws IOException {
    var line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path, line);
      case START_ARRAY -> array(parser, path, line);
      case VALUE_STRING -> text(parser.getText(), path, line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, path, line);
      case VALUE_TRUE -> new Json.Bool(true, line);
      case VALUE_FALSE -> new Json.Bool(false, line);
      default -> new Json.Null(line);
    };
  }

  private Json object(JsonParser parser, String path, int line) throws IOException {
    var fields = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var field = path.isEmpty() ? Problems.shown(name) : path + "." + Problems.shown(name);
      checkStorable(name, field, line(parser));
      var nameLine = line(parser);
      parser.nextToken();
      if (fields.put(name, value(parser, field)) != null) {
        flaws.add(nameLine, field, "stands twice");
      }
    }
    return new Json.Obj(Collections.unmodifiableMap(fields), line);
  }

  private Json array(JsonParser parser, String path, int line) throws IOException {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, path + "[" + items.size() + "]"));
    }
    return new Json.Arr(Collections.unmodifiableList(items), line);
  }

  private Json text(String value, String path, int line) {
    checkStorable(value, path, line);
    return new Json.Text(value, line);
  }

  private Json number(JsonParser parser, String path, int line) throws IOException {
    var value = parser.getDecimalValue();
    if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
      flaws.add(line, path, "is a number beyond what can be stored");
      return new Json.Num(BigDecimal.ZERO, line);
    }
    return new Json.Num(value, line);
  }

  private void checkStorable(String value, String path, int line) {
    Storable.flaw(value).ifPresent(flaw -> flaws.add(line, orNull(path), flaw));
  }

  private int line(JsonParser parser) {
    return firstLine + parser.currentTokenLocation().getLineNr() - 1;
  }

  private static @Nullable String orNull(String path) {
    return path.isEmpty() ? null : path;
  }

  private static String firstSentence(String message) {
    var end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
