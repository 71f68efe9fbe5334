package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.benchmark.ExampleLine.PartLine;
import palmares.contract.work.Work.CheckLine;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.benchmark.GoldStore;
import palmares.db.benchmark.NewExample;
import palmares.db.blob.Blob;
import palmares.db.blob.BlobStore;

/// The canonical forms of a benchmark: what is digested, what is stored, and the two documents that
/// workers fetch, of which only one has gold.
final class Documents {

  private static final String MEDIA_TYPE = "application/jsonl";
  private static final int ROWS_AT_ONCE = 500;

  private Documents() {}

  /// Over the specification and every example with its gold.
  static Sha256 digest(BenchmarkSpec spec, List<SourceExample> examples) {
    var digest = Sha256.digest();
    digest.update(Json.canonical(spec).getBytes(UTF_8));
    for (var i = 0; i < examples.size(); i++) {
      var line = gold(examples.get(i), i);
      line.put("split", examples.get(i).split());
      digest.update(("\n" + Json.canonical(line)).getBytes(UTF_8));
    }
    return Sha256.ofDigest(digest.digest());
  }

  /// Lines of [palmares.contract.work.Work.InputLine].
  static Blob inputs(Tx tx, BlobStore blobs, List<SourceExample> examples) {
    return write(tx, blobs, examples, Documents::input);
  }

  /// Lines of [palmares.contract.work.Work.GoldLine].
  static Blob gold(Tx tx, BlobStore blobs, List<SourceExample> examples) {
    return write(tx, blobs, examples, Documents::gold);
  }

  /// The same from what is stored, as the gold stands in a revision.
  static Blob gold(Tx tx, BlobStore blobs, UUID version, int revision) {
    try (var spool = blobs.spool()) {
      var rows = GoldStore.page(tx, version, revision, -1, ROWS_AT_ONCE);
      while (!rows.isEmpty()) {
        for (var row : rows) {
          var line = gold(StoredExamples.of(row), row.example().ordinal());
          spool.stream().write((Json.canonical(line) + "\n").getBytes(UTF_8));
        }
        var last = rows.getLast().example().ordinal();
        rows = GoldStore.page(tx, version, revision, last, ROWS_AT_ONCE);
      }
      return spool.keep(tx, MEDIA_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write gold revision " + revision, e);
    }
  }

  private interface LineOf {
    Map<String, Object> of(SourceExample example, int ordinal);
  }

  private static Blob write(Tx tx, BlobStore blobs, List<SourceExample> examples, LineOf line) {
    try (var spool = blobs.spool()) {
      for (var i = 0; i < examples.size(); i++) {
        var text = Json.canonical(line.of(examples.get(i), i)) + "\n";
        spool.stream().write(text.getBytes(UTF_8));
      }
      return spool.keep(tx, MEDIA_TYPE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a document of " + examples.size() + " lines", e);
    }
  }

  private static Map<String, Object> input(SourceExample example, int ordinal) {
    var line = new TreeMap<String, Object>();
    line.put("ordinal", ordinal);
    line.put("id", example.id());
    line.put("messages", messages(example.messages()));
    line.put("tags", example.tags());
    return line;
  }

  private static Map<String, Object> gold(SourceExample example, int ordinal) {
    var line = input(example, ordinal);
    line.putAll(goldOf(example));
    return line;
  }

  static Map<String, Object> goldOf(SourceExample example) {
    return Map.of(
        "references",
        example.references(),
        "checklist",
        example.checklist().stream().map(Documents::check).toList());
  }

  /// A line of `examples.jsonl` that the example could have been read from.
  static String sourceLine(SourceExample example) {
    var line = new LinkedHashMap<String, Object>();
    line.put("id", example.id());
    line.put("messages", messages(example.messages()));
    if (!example.references().isEmpty()) {
      line.put("references", example.references());
    }
    if (!example.checklist().isEmpty()) {
      line.put("checklist", example.checklist().stream().map(Documents::sourceCheck).toList());
    }
    if (!example.tags().isEmpty()) {
      line.put("tags", example.tags());
    }
    line.put("split", example.split());
    return Json.text(line);
  }

  private static Map<String, Object> sourceCheck(CheckLine check) {
    var line = new LinkedHashMap<String, Object>();
    check(check)
        .forEach((name, value) ->
            line.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
    return line;
  }

  static NewExample row(SourceExample example, int ordinal) {
    var messages = Json.canonical(messages(example.messages()));
    return new NewExample(
        ordinal,
        example.id(),
        example.split(),
        example.tags(),
        Sha256.of(messages),
        messages,
        Json.canonical(goldOf(example)));
  }

  private static List<Map<String, Object>> messages(List<MessageLine> messages) {
    return messages.stream()
        .map(message ->
            Map.<String, Object>of(
                "role",
                message.role(),
                "content",
                message.content().stream().map(Documents::part).toList()))
        .toList();
  }

  private static Map<String, Object> part(PartLine part) {
    var line = new LinkedHashMap<String, Object>();
    put(line, "type", part.type());
    put(line, "text", part.text());
    put(line, "sha256", part.sha256());
    put(line, "mediaType", part.mediaType());
    return line;
  }

  private static Map<String, Object> check(CheckLine check) {
    var line = new LinkedHashMap<String, Object>();
    put(line, "name", check.name());
    put(line, "contains", check.contains());
    put(line, "containsAny", check.containsAny());
    put(line, "containsNone", check.containsNone());
    put(line, "matches", check.matches());
    put(line, "minChars", check.minChars());
    put(line, "maxChars", check.maxChars());
    put(line, "maxSentences", check.maxSentences());
    put(line, "weight", check.weight());
    return line;
  }

  private static void put(Map<String, Object> line, String name, @Nullable Object value) {
    if (value != null) {
      line.put(name, value);
    }
  }
}
