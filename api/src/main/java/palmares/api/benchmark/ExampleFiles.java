package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.benchmark.ExampleRow;
import palmares.db.benchmark.ExampleStore;

/// Files of a version that are written while they are read: the same bytes for the same version.
@Singleton
final class ExampleFiles {

  private static final int ROWS_AT_ONCE = 500;

  private final Database database;

  ExampleFiles(Database database) {
    this.database = database;
  }

  /// Lines of [ExampleLine].
  InputStream inputs(UUID version) {
    return lines(version, row -> Json.canonical(canonical(row)));
  }

  private static Map<String, Object> canonical(ExampleRow row) {
    return Map.of(
        "id", row.name(),
        "messages", Json.tree(row.messages()),
        "tags", row.tags(),
        "split", row.split());
  }

  /// Lines of [palmares.contract.submission.ResponseLine] without texts.
  InputStream template(UUID version) {
    return lines(version, row -> Json.canonical(Map.of("id", row.name(), "text", "")));
  }

  private InputStream lines(UUID version, Function<ExampleRow, String> line) {
    return new SequenceInputStream(new Chunks(version, line));
  }

  private final class Chunks implements Enumeration<InputStream> {

    private final UUID version;
    private final Function<ExampleRow, String> line;
    private List<ExampleRow> next;

    Chunks(UUID version, Function<ExampleRow, String> line) {
      this.version = version;
      this.line = line;
      this.next = page(-1);
    }

    private List<ExampleRow> page(int after) {
      return database.transact(tx -> ExampleStore.page(tx, version, after, ROWS_AT_ONCE));
    }

    @Override
    public boolean hasMoreElements() {
      return !next.isEmpty();
    }

    @Override
    public InputStream nextElement() {
      if (next.isEmpty()) {
        throw new NoSuchElementException("all lines of " + version + " are read");
      }
      var text = new StringBuilder();
      next.forEach(row -> text.append(line.apply(row)).append('\n'));
      next = page(next.getLast().ordinal());
      return new ByteArrayInputStream(text.toString().getBytes(UTF_8));
    }
  }
}
