package palmares.worker.job;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.benchmark.ExampleLine.PartLine;
import palmares.contract.work.Work.CheckLine;
import palmares.contract.work.Work.GoldLine;
import palmares.contract.work.Work.InputLine;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;

/// Examples and gold from the lines that bring them.
final class ExampleLines {

  private ExampleLines() {}

  static Example example(InputLine line) {
    return new Example(line.id(), line.ordinal(), messages(line.messages()), line.tags());
  }

  static Example example(GoldLine line) {
    return new Example(line.id(), line.ordinal(), messages(line.messages()), line.tags());
  }

  static Gold gold(GoldLine line) {
    return new Gold(line.references(), line.checklist().stream().map(ExampleLines::check).toList());
  }

  private static List<Message> messages(List<MessageLine> lines) {
    return lines.stream()
        .map(line ->
            new Message(
                Message.Role.valueOf(line.role().toUpperCase(Locale.ROOT)),
                line.content().stream().map(ExampleLines::part).toList()))
        .toList();
  }

  private static Part part(PartLine line) {
    return switch (line.type()) {
      case "text" -> new Part.Text(needed(line.text(), "text"));
      case "blob" ->
          new Part.Blob(needed(line.sha256(), "sha256"), needed(line.mediaType(), "mediaType"));
      default ->
          throw new IllegalArgumentException("a part is of type text or blob: " + line.type());
    };
  }

  private static Check check(CheckLine line) {
    var weight = line.weight();
    return new Check(line.name(), rule(line), weight == null ? 1 : weight);
  }

  private static Rule rule(CheckLine line) {
    if (line.contains() != null) {
      return new Rule.ContainsAny(List.of(line.contains()));
    }
    // An absent list is read as an empty one.
    if (line.containsAny() != null && !line.containsAny().isEmpty()) {
      return new Rule.ContainsAny(line.containsAny());
    }
    if (line.containsNone() != null && !line.containsNone().isEmpty()) {
      return new Rule.ContainsNone(line.containsNone());
    }
    if (line.matches() != null) {
      return new Rule.Matches(line.matches());
    }
    if (line.maxSentences() != null) {
      return new Rule.MaxSentences(line.maxSentences());
    }
    return length(line);
  }

  private static Rule length(CheckLine line) {
    var min = line.minChars();
    var max = line.maxChars();
    if (min == null && max == null) {
      throw new IllegalArgumentException("check '" + line.name() + "' has no rule");
    }
    return new Rule.Chars(min == null ? 0 : min, max == null ? Integer.MAX_VALUE : max);
  }

  private static String needed(@Nullable String value, String field) {
    if (value == null) {
      throw new IllegalArgumentException("a part needs its field " + field);
    }
    return value;
  }
}
