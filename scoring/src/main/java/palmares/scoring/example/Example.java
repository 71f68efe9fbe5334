package palmares.scoring.example;

import java.util.List;

/// One prompt of a benchmark, without what is expected of the response (see [Gold]).
///
/// @param ordinal the position in its benchmark version, from 0
public record Example(String id, int ordinal, List<Message> messages, List<String> tags) {

  public Example {
    messages = List.copyOf(messages);
    tags = List.copyOf(tags);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("example " + id + " needs at least one message");
    }
    if (ordinal < 0) {
      throw new IllegalArgumentException(
          "example " + id + ": ordinal must be 0 or more: " + ordinal);
    }
  }

  /// The parts of the last message that carry text, in order: for reading comprehension the
  /// passage, then the question.
  public List<String> lastTexts() {
    return messages.getLast().parts().stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .toList();
  }
}
