package palmares.api.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import palmares.db.battle.PreferenceRow;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.ScoreRow;
import palmares.scoring.evaluator.Score.Cause;

/// Reads a batch of results: JSON lines, packed by gzip or not, within the limits of a batch. By
/// hand, because every score of every run comes through here.
final class ResultLines {

  static final int MOST_LINES = 2000;
  static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final List<Fields> lines = new ArrayList<>();

  private ResultLines() {}

  /// @throws IllegalArgumentException naming the line and what is wrong with it
  List<ScoreRow> scores() {
    return lines.stream()
        .map(line ->
            line.checked(() ->
                new ScoreRow(
                    line.ordinal(),
                    line.sample,
                    line.value,
                    line.cause == null ? null : Cause.valueOf(line.cause),
                    line.aspects)))
        .toList();
  }

  /// @throws IllegalArgumentException naming the line and what is wrong with it
  List<GivenResponse> responses() {
    return lines.stream()
        .map(line ->
            line.checked(() ->
                new GivenResponse(line.ordinal(), line.sample, line.text(), line.latencyMillis)))
        .toList();
  }

  /// @throws IllegalArgumentException naming the line and what is wrong with it
  List<PreferenceRow> preferences() {
    return lines.stream()
        .map(line ->
            line.checked(() ->
                new PreferenceRow(
                    line.ordinal(), line.leftShown, line.probability, cause(line), line.label)))
        .toList();
  }

  private static @Nullable String cause(Fields line) {
    return line.cause == null ? null : Cause.valueOf(line.cause).name();
  }

  /// @throws IllegalArgumentException naming the line that cannot be read
  static ResultLines read(byte[] body) {
    var result = new ResultLines();
    try (var parser = JSON.createParser(unpacked(body))) {
      while (parser.nextToken() != null) {
        result.line(parser);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "line " + (result.lines.size() + 1) + " is not JSON: " + firstLine(e), e);
    }
    return result;
  }

  private void line(JsonParser parser) throws IOException {
    if (lines.size() == MOST_LINES) {
      throw new IllegalArgumentException("a batch must have at most " + MOST_LINES + " lines");
    }
    var fields = new Fields(lines.size() + 1);
    if (!parser.isExpectedStartObjectToken()) {
      throw new IllegalArgumentException(fields.said("must be an object"));
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      parser.nextToken();
      fields.read(name, parser);
    }
    lines.add(fields);
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    boolean packed = body.length > 1 && body[0] == (byte) 0x1f && body[1] == (byte) 0x8b;
    if (!packed) {
      return within(body);
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return within(in.readNBytes(MOST_BYTES + 1));
    }
  }

  private static byte[] within(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("a batch must have at most " + MOST_BYTES + " bytes");
    }
    return bytes;
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static final class Fields {

    private final int line;
    private int ordinal = -1;
    private int sample;
    private @Nullable String text;
    private @Nullable Double value;
    private @Nullable Double latencyMillis;
    private @Nullable String cause;
    private int leftShown;
    private @Nullable Double probability;
    private @Nullable String label;
    private Map<String, Double> aspects = Map.of();

    Fields(int line) {
      this.line = line;
    }

    void read(String name, JsonParser parser) throws IOException {
      boolean absent = parser.currentToken() == JsonToken.VALUE_NULL;
      switch (name) {
        case "ordinal" -> ordinal = integer(name, parser);
        case "sample" -> sample = integer(name, parser);
        case "text" -> text = string(name, parser);
        case "value" -> value = absent ? null : number(name, parser);
        case "latencyMillis" -> latencyMillis = absent ? null : number(name, parser);
        case "leftShown" -> leftShown = integer(name, parser);
        case "probability" -> probability = absent ? null : number(name, parser);
        case "label" -> label = absent ? null : string(name, parser);
        case "cause" -> cause = absent ? null : string(name, parser);
        case "aspects" -> {
          if (!absent) {
            aspects(parser);
          }
        }
        default -> throw new IllegalArgumentException(said("has the unknown field " + name));
      }
    }

    private void aspects(JsonParser parser) throws IOException {
      if (!parser.isExpectedStartObjectToken()) {
        throw new IllegalArgumentException(said("aspects must be an object"));
      }
      aspects = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        parser.nextToken();
        aspects.put(name, number(name, parser));
      }
    }

    int ordinal() {
      if (ordinal < 0) {
        throw new IllegalArgumentException("ordinal must be there and 0 or more");
      }
      return ordinal;
    }

    String text() {
      if (text == null || text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("text must be there and without U+0000");
      }
      return text;
    }

    <T> T checked(java.util.function.Supplier<T> made) {
      try {
        return made.get();
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(said(String.valueOf(e.getMessage())), e);
      }
    }

    private int integer(String name, JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        throw new IllegalArgumentException(said(name + " must be a whole number"));
      }
      return parser.getIntValue();
    }

    private double number(String name, JsonParser parser) throws IOException {
      if (!parser.currentToken().isNumeric()) {
        throw new IllegalArgumentException(said(name + " must be a number"));
      }
      return parser.getDoubleValue();
    }

    private String string(String name, JsonParser parser) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException(said(name + " must be a text"));
      }
      return parser.getText();
    }

    private String said(String what) {
      return "line " + line + ": " + what;
    }
  }
}
