package palmares.worker.job;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import palmares.worker.client.WireFormat;

/// The lines of a document that a job wants, read as they are needed.
final class DocumentLines<T> implements AutoCloseable {

  private final BufferedReader reader;
  private final Class<T> type;
  private final IntPredicate wanted;
  private final ObjectMapper json = WireFormat.mapper();

  /// @param wanted by ordinal
  DocumentLines(InputStream document, Class<T> type, IntPredicate wanted) {
    this.reader = new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8));
    this.type = type;
    this.wanted = wanted;
  }

  /// The next wanted lines, at most that many; none at the end.
  List<T> next(int most) throws IOException {
    var lines = new ArrayList<T>();
    while (lines.size() < most) {
      var line = reader.readLine();
      if (line == null) {
        break;
      }
      if (!line.isBlank() && wanted.test(ordinal(line))) {
        lines.add(json.readValue(line, type));
      }
    }
    return lines;
  }

  List<T> all() throws IOException {
    return next(Integer.MAX_VALUE);
  }

  /// Reads no further than the ordinal: most lines belong to other shards.
  private int ordinal(String line) throws IOException {
    try (var parser = json.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        parser.nextToken();
        if (name.equals("ordinal")) {
          return parser.getIntValue();
        }
        parser.skipChildren();
      }
    }
    throw new IOException("a line of a document needs an ordinal: " + line);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
