package palmares.api.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.api.json.Binder;
import palmares.api.json.Json;
import palmares.api.json.JsonReader;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.api.upload.BadUpload;
import palmares.api.upload.Line;
import palmares.api.upload.Lines;
import palmares.api.upload.Unpacked;
import palmares.contract.work.Work.CheckLine;

/// Reads the lines of an erratum: an id with the gold that is new, or whole examples as in
/// `examples.jsonl`.
final class ErratumReader {

  static final String FILE = "erratum";
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  /// The file as it is sent, with its reason and what a form has around them.
  static final long MAX_FORM = MAX_BYTES + 64 * 1024;

  private final Flaws flaws;
  private final ExampleReader whole;
  private final Map<String, Integer> lineOfId = new HashMap<>();
  private final List<Mended> all = new ArrayList<>();

  ErratumReader(Flaws flaws) {
    this.flaws = flaws;
    this.whole = new ExampleReader(flaws);
  }

  /// One example with the gold it should have.
  ///
  /// @param references absent where they stay as they are, as is `checklist`
  /// @param example the whole of it, where the line says more than gold
  record Mended(
      int line,
      String id,
      @Nullable List<String> references,
      @Nullable List<CheckLine> checklist,
      @Nullable SourceExample example) {

    /// The example with this gold in place of its own.
    SourceExample on(SourceExample published) {
      return new SourceExample(
          published.id(),
          published.messages(),
          published.tags(),
          published.split(),
          references == null ? published.references() : references,
          checklist == null ? published.checklist() : checklist);
    }
  }

  /// A line that says nothing but gold.
  private record GoldFile(
      String id,
      @Nullable String reference,
      @Nullable List<String> references,
      @Nullable List<CheckLine> checklist) {}

  /// @throws IOException if reading fails for a reason that does not lie in the content
  List<Mended> read(InputStream upload) throws IOException {
    var number = 0;
    try (var content = Unpacked.of(upload, MAX_BYTES)) {
      var lines = new Lines(content);
      for (var line = lines.next(); line != null && !flaws.isFull(); line = lines.next()) {
        number = line.number();
        read(line);
      }
    } catch (BadUpload e) {
      flaws.add(number + 1, null, String.valueOf(e.getMessage()));
    }
    if (number == 0 && flaws.isEmpty()) {
      flaws.add(null, null, "has no lines; expected one example in each");
    }
    return all;
  }

  private void read(Line line) {
    switch (line) {
      case Line.TooLong(var number, var length) -> whole.read(line);
      case Line.Bytes(var number, var content) -> {
        var json = JsonReader.read(content, number, flaws);
        if (json instanceof Json.Obj object
            && (object.fields().containsKey("prompt") || object.fields().containsKey("messages"))) {
          wholeExample(line, number);
        } else if (json != null) {
          goldAlone(json, number);
        }
      }
    }
  }

  private void wholeExample(Line line, int number) {
    var example = whole.read(line);
    if (example != null && isFirst(example.id(), number)) {
      all.add(new Mended(number, example.id(), example.references(), example.checklist(), example));
    }
  }

  private void goldAlone(Json json, int number) {
    var before = flaws.size();
    var file = Binder.snakeCase(flaws).record(json, GoldFile.class, "");
    if (file == null) {
      return;
    }
    var references = references(file, number);
    if (references == null && file.checklist() == null) {
      flaws.add(number, null, "must have new 'references' or a new 'checklist'");
    }
    if (file.checklist() != null) {
      ChecklistRules.check(file.checklist(), number, flaws);
    }
    if (isFirst(file.id(), number) && flaws.size() == before) {
      all.add(new Mended(number, file.id(), references, file.checklist(), null));
    }
  }

  private @Nullable List<String> references(GoldFile file, int number) {
    if (file.reference() != null && file.references() != null) {
      flaws.add(number, "reference", "stands beside 'references'; give one of the two");
    }
    var all = file.reference() == null ? file.references() : List.of(file.reference());
    if (all != null && all.stream().anyMatch(String::isBlank)) {
      flaws.add(number, file.reference() == null ? "references" : "reference", "must not be blank");
    }
    return all;
  }

  private boolean isFirst(String id, int number) {
    var first = lineOfId.putIfAbsent(id, number);
    if (first == null || first == number) {
      return true;
    }
    flaws.add(number, "id", "'%s' stands in line %d already".formatted(Problems.shown(id), first));
    return false;
  }
}
