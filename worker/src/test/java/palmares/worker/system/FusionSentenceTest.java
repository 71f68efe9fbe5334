package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.worker.embedding.Embeddings;

class FusionSentenceTest {

  private static final String QUESTION = "goat boat sheep";
  private static final String PASSAGE =
      "goat boat sheep. goat boat pond. green hill. blue lake. empty field.";

  /// Cosines with the question, which alone has none to itself.
  private static final Map<String, Double> MEANING =
      Map.of(
          "goat boat sheep.", 0.1,
          "goat boat pond.", 0.8,
          "green hill.", 0.3,
          "blue lake.", 0.2,
          "empty field.", 0.9);

  @Test
  void aSentenceThatIsSecondInBothBeatsThoseThatAreFirstAndLast() {
    var examples = List.of(Passages.example(PASSAGE, QUESTION));

    var responses = new FusionSentence().respond(examples, SystemSettings.NONE, scripted());

    // 2 / 62 = .03226 against 1 / 61 + 1 / 65 = .03178
    assertThat(responses).containsExactly("goat boat pond.");
    assertThat(Passages.respond(new Bm25Sentence(), PASSAGE, QUESTION))
        .isEqualTo("goat boat sheep.");
  }

  private static Embeddings scripted() {
    return texts ->
        texts.stream()
            .map(text -> MEANING.getOrDefault(text, 1.0))
            .map(
                cosine -> new float[] {cosine.floatValue(), (float) Math.sqrt(1 - cosine * cosine)})
            .toList();
  }
}
