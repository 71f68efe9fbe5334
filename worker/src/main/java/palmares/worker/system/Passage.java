package palmares.worker.system;

import java.util.List;
import palmares.scoring.example.Example;

/// A question about a passage: the last text of an example's last message asks about those before.
///
/// @param example the example's id
/// @param sentences of the passage, in order, at least one
record Passage(String example, String text, List<String> sentences, String question) {

  Passage {
    sentences = List.copyOf(sentences);
  }

  /// @throws IllegalArgumentException if the last message lacks a passage or a question
  static Passage of(Example example) {
    var texts = example.lastTexts();
    if (texts.size() < 2) {
      throw new IllegalArgumentException(
          "example "
              + example.id()
              + ": the last message needs a passage and a question as texts, it has "
              + texts.size());
    }
    var text = String.join("\n", texts.subList(0, texts.size() - 1)).strip();
    var sentences = Sentences.of(text);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("example " + example.id() + ": the passage is empty");
    }
    return new Passage(example.id(), text, sentences, texts.getLast().strip());
  }
}
