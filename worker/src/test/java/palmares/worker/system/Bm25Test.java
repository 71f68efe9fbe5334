package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Bm25Test {

  @Test
  void scoresFollowTheFormula() {
    var passage = Passage.of(Passages.example("goat ran home. boat sank. boat left.", "goat boat"));

    var scores = Bm25.scores(passage);

    // ln(1 + (N - n + .5) / (n + .5)) / (1 + k1 (1 - b + b length / mean)), N = 3, k1 = 1.2, b =
    // .75,
    // lengths 3, 2, 2, mean 7/3; n is 1 for goat, 2 for boat. Lucene leaves out the factor k1 + 1.
    assertThat(scores[0]).isCloseTo(0.980829 / (1 + 1.2 * (0.25 + 0.75 * 9 / 7)), within(1e-6));
    assertThat(scores[1]).isCloseTo(0.470004 / (1 + 1.2 * (0.25 + 0.75 * 6 / 7)), within(1e-6));
    assertThat(scores[2]).isEqualTo(scores[1]);
  }

  @Test
  void aSentenceWithoutACommonTermHasNothing() {
    var passage = Passage.of(Passages.example("The goat ran. It rained.", "Did the goat run?"));

    assertThat(Bm25.scores(passage)[1]).isZero();
  }
}
