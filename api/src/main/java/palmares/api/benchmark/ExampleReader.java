package palmares.api.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import palmares.api.json.Binder;
import palmares.api.json.Json;
import palmares.api.json.JsonReader;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.api.upload.Line;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.benchmark.ExampleLine.PartLine;
import palmares.contract.work.Work.CheckLine;

/// Reads the lines of an `examples.jsonl`, each on its own and against the ones before.
final class ExampleReader {

  private static final Set<String> ROLES = Set.of("system", "user", "assistant");
  private static final int MAX_ID = 200;

  private final Flaws flaws;
  private final Map<String, Integer> lineOfId = new HashMap<>();

  ExampleReader(Flaws flaws) {
    this.flaws = flaws;
  }

  /// A line as people write it; either `prompt` or `messages`, and one or many references.
  private record ExampleFile(
      String id,
      @Nullable String prompt,
      @Nullable Json messages,
      @Nullable String reference,
      List<String> references,
      List<CheckLine> checklist,
      List<String> tags,
      @Nullable String split) {}

  private record MessageFile(String role, Json content) {}

  private record PartFile(String type, String text) {}

  /// @return absent if anything about it was noted as a flaw
  @Nullable SourceExample read(Line line) {
    return switch (line) {
      case Line.TooLong(var number, var length) -> {
        flaws.add(number, null, "is %d bytes long; at most 4 MiB are allowed".formatted(length));
        yield null;
      }
      case Line.Bytes(var number, var content) -> read(number, content);
    };
  }

  private @Nullable SourceExample read(int number, byte[] content) {
    var before = flaws.size();
    var json = JsonReader.read(content, number, flaws);
    if (json == null) {
      return null;
    }
    var file = Binder.snakeCase(flaws).record(json, ExampleFile.class, "");
    if (file == null) {
      return null;
    }
    checkId(file.id(), number);
    var messages = messages(file, number);
    checkTags(file.tags(), number);
    ChecklistRules.check(file.checklist(), number, flaws);
    var references = references(file, number);
    var split = file.split() == null ? "public" : file.split();
    if (!split.matches("[A-Za-z0-9._-]{1,64}")) {
      flaws.add(number, "split", "must be 1 to 64 of letters, digits, '.', '_', '-'");
    }
    return flaws.size() > before || flaws.isFull()
        ? null
        : new SourceExample(file.id(), messages, file.tags(), split, references, file.checklist());
  }

  private void checkId(String id, int number) {
    if (!id.equals(id.strip())
        || id.isEmpty()
        || id.length() > MAX_ID
        || !Problems.isPrintable(id)) {
      flaws.add(
          number,
          "id",
          "must be 1 to " + MAX_ID + " printable characters without spaces around them");
      return;
    }
    var first = lineOfId.putIfAbsent(id, number);
    if (first != null) {
      flaws.add(
          number, "id", "'%s' stands in line %d already".formatted(Problems.shown(id), first));
    }
  }

  private List<MessageLine> messages(ExampleFile file, int number) {
    var prompt = file.prompt();
    var messages = file.messages();
    if ((prompt == null) == (messages == null)) {
      flaws.add(number, null, "must have either 'prompt' or 'messages'");
      return List.of();
    }
    if (prompt != null) {
      if (prompt.isBlank()) {
        flaws.add(number, "prompt", "must not be blank");
      }
      return List.of(new MessageLine("user", List.of(text(prompt))));
    }
    if (!(messages instanceof Json.Arr array) || array.items().isEmpty()) {
      flaws.add(number, "messages", "must be a list of at least one message");
      return List.of();
    }
    var lines = new ArrayList<MessageLine>();
    for (var i = 0; i < array.items().size(); i++) {
      var line = message(array.items().get(i), "messages[" + i + "]", number);
      if (line != null) {
        lines.add(line);
      }
    }
    if (lines.size() == array.items().size() && !lines.getLast().role().equals("user")) {
      flaws.add(number, "messages", "must end with a message of the role user");
    }
    return lines;
  }

  private @Nullable MessageLine message(Json json, String path, int number) {
    var file = Binder.snakeCase(flaws).record(json, MessageFile.class, path);
    if (file == null) {
      return null;
    }
    if (!ROLES.contains(file.role())) {
      flaws.add(
          number,
          path + ".role",
          "must be system, user or assistant: '%s'".formatted(Problems.shown(file.role())));
    }
    return new MessageLine(file.role(), parts(file.content(), path + ".content", number));
  }

  private List<PartLine> parts(Json content, String path, int number) {
    return switch (content) {
      case Json.Text text -> List.of(part(text.value(), path, number));
      case Json.Arr array -> {
        if (array.items().isEmpty()) {
          flaws.add(number, path, "must have at least one part");
        }
        var parts = new ArrayList<PartLine>();
        for (var i = 0; i < array.items().size(); i++) {
          var at = path + "[" + i + "]";
          var file = Binder.snakeCase(flaws).record(array.items().get(i), PartFile.class, at);
          if (file != null && !file.type().equals("text")) {
            flaws.add(
                number, at + ".type", "must be text: '%s'".formatted(Problems.shown(file.type())));
          } else if (file != null) {
            parts.add(part(file.text(), at + ".text", number));
          }
        }
        yield parts;
      }
      case Json.Obj o -> notContent(o, path, number);
      case Json.Num n -> notContent(n, path, number);
      case Json.Bool b -> notContent(b, path, number);
      case Json.Null n -> notContent(n, path, number);
    };
  }

  private List<PartLine> notContent(Json json, String path, int number) {
    flaws.add(number, path, "must be a text or a list of parts, not " + json.kind());
    return List.of();
  }

  private PartLine part(String text, String path, int number) {
    if (text.isBlank()) {
      flaws.add(number, path, "must not be blank");
    }
    return text(text);
  }

  private static PartLine text(String text) {
    return new PartLine("text", text, null, null);
  }

  private List<String> references(ExampleFile file, int number) {
    var reference = file.reference();
    if (reference != null && !file.references().isEmpty()) {
      flaws.add(number, "reference", "stands beside 'references'; give one of the two");
    }
    var all = reference == null ? file.references() : List.of(reference);
    if (all.stream().anyMatch(String::isBlank)) {
      flaws.add(number, reference == null ? "references" : "reference", "must not be blank");
    }
    return all;
  }

  private void checkTags(List<String> tags, int number) {
    if (new HashSet<>(tags).size() < tags.size()) {
      flaws.add(number, "tags", "must each stand once");
    }
    for (var tag : tags) {
      if (tag.isBlank() || tag.length() > 64) {
        flaws.add(
            number, "tags", "must be 1 to 64 characters: '%s'".formatted(Problems.shown(tag)));
      }
    }
  }
}
