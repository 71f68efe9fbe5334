package palmares.worker.system;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
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

  /// What the question is about, each word once.
  Set<String> questionWords() {
    return Words.content(question);
  }

  /// How many of the question's content words a text has.
  int shared(String text) {
    var words = Words.content(text);
    return Math.toIntExact(questionWords().stream().filter(words::contains).count());
  }

  /// The sentence that shares most content words with the question; the first of equal ones.
  String mostShared() {
    return best(sentences.stream().mapToDouble(this::shared));
  }

  /// The sentence with the highest score; the first of equal ones.
  ///
  /// @param scores one for each sentence, in order
  String best(DoubleStream scores) {
    return sentences.get(Ranks.descending(scores.toArray()).getFirst());
  }
}
