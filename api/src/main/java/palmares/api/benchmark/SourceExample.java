package palmares.api.benchmark;

import java.util.List;
import java.util.Locale;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.benchmark.ExampleLine.PartLine;
import palmares.contract.work.Work.CheckLine;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;

/// One line of an organiser's `examples.jsonl`, checked: the example and its gold.
public record SourceExample(
    String id,
    List<MessageLine> messages,
    List<String> tags,
    String split,
    List<String> references,
    List<CheckLine> checklist) {

  public SourceExample {
    messages = List.copyOf(messages);
    tags = List.copyOf(tags);
    references = List.copyOf(references);
    checklist = List.copyOf(checklist);
  }

  Example example(int ordinal) {
    return new Example(id, ordinal, messages.stream().map(SourceExample::message).toList(), tags);
  }

  private static Message message(MessageLine line) {
    return new Message(
        Message.Role.valueOf(line.role().toUpperCase(Locale.ROOT)),
        line.content().stream().map(SourceExample::part).toList());
  }

  private static Part part(PartLine line) {
    return new Part.Text(String.valueOf(line.text()));
  }

  Gold gold() {
    return new Gold(references, checklist.stream().map(ChecklistRules::check).toList());
  }

  /// Whether there is anything to compare a response with.
  boolean hasGold() {
    return !references.isEmpty() || !checklist.isEmpty();
  }
}
