package palmares.api.imported;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import palmares.api.json.Json;
import palmares.api.json.Storable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.api.upload.BadUpload;
import palmares.api.upload.Copying;
import palmares.api.upload.Unpacked;

/// Streams a JSON array of objects, of which only some fields are wanted: files of annotations hold
/// far more than that in replies of models.
final class ArrayRows {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 4 * 1024 * 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .build())
          .build();

  private final Set<String> wanted;
  private final Flaws flaws;
  private final Reader reader;

  private ArrayRows(Set<String> wanted, Flaws flaws, Reader reader) {
    this.wanted = wanted;
    this.flaws = flaws;
    this.reader = reader;
  }

  /// @param upload plain or gzip
  /// @param maxBytes the most that it may unpack to
  /// @param copy gets the unpacked content as it is read
  record Source(InputStream upload, long maxBytes, OutputStream copy) {}

  interface Reader {
    /// @param line that the object begins in
    void row(int line, Map<String, Json> fields);
  }

  /// @return whether reading ended because the file is too large
  static boolean read(Source source, Set<String> wanted, Flaws flaws, Reader reader)
      throws IOException {
    try (var content = Unpacked.of(source.upload(), source.maxBytes());
        var parser = FACTORY.createParser(new Copying(content, source.copy()))) {
      new ArrayRows(wanted, flaws, reader).array(parser);
      return false;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      var message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      flaws.add(
          at == null ? null : at.getLineNr(), null, "is not JSON: " + Problems.shown(message));
      return false;
    } catch (BadUpload e) {
      flaws.add(null, null, String.valueOf(e.getMessage()));
      return e.reason() == BadUpload.Reason.TOO_LARGE;
    }
  }

  private void array(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      flaws.add(1, null, "must be a JSON list of objects");
      return;
    }
    while (!flaws.isFull() && parser.nextToken() != JsonToken.END_ARRAY) {
      var line = line(parser);
      if (parser.currentToken() == null) {
        flaws.add(line, null, "ends before its list does");
        return;
      }
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        object(parser, line);
      } else {
        flaws.add(line, null, "every item of the list must be an object");
        parser.skipChildren();
      }
    }
    if (!flaws.isFull() && parser.nextToken() != null) {
      flaws.add(line(parser), null, "has more after the end of the list");
    }
  }

  private void object(JsonParser parser, int line) throws IOException {
    var fields = new HashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (parser.currentToken() == null) {
        flaws.add(line, null, "ends within an object");
        return;
      }
      var name = parser.currentName();
      parser.nextToken();
      if (!wanted.contains(name)) {
        parser.skipChildren();
      } else if (fields.put(name, value(parser, name)) != null) {
        flaws.add(line, name, "stands twice");
      }
    }
    reader.row(line, fields);
  }

  private Json value(JsonParser parser, String name) throws IOException {
    var line = line(parser);
    return switch (parser.currentToken()) {
      case VALUE_STRING -> {
        var text = parser.getText();
        Storable.flaw(text).ifPresent(flaw -> flaws.add(line, name, flaw));
        yield new Json.Text(text, line);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue(), line);
      case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(parser.getBooleanValue(), line);
      case VALUE_NULL -> new Json.Null(line);
      default -> {
        parser.skipChildren();
        yield new Json.Obj(Map.of(), line);
      }
    };
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
