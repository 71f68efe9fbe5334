package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.worker.embedding.SharedMiniLm;

class RandomSentenceTest {

  private final RandomSentence system = new RandomSentence();

  @Test
  void everySentenceIsDrawnAboutEquallyOften() {
    var drawn = new TreeMap<String, Integer>();
    respond("1").forEach(text -> drawn.merge(text, 1, Integer::sum));

    // 3,000 draws from three: 1,000 each, standard deviation 25.8
    assertThat(drawn).containsOnlyKeys("A.", "B.", "C.");
    assertThat(drawn.values()).allMatch(count -> Math.abs(count - 1_000) < 130);
  }

  @Test
  void theSeedDecides() {
    assertThat(respond("7")).isEqualTo(respond("7")).isNotEqualTo(respond("8"));
  }

  @Test
  void aSeedThatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> respond("dice"))
        .withMessage("setting 'seed' must be a whole number: dice");
  }

  private List<String> respond(String seed) {
    var examples =
        IntStream.range(0, 3_000)
            .mapToObj(i -> Passages.example("example-" + i, "A. B. C.", "Which?"))
            .toList();
    return system.respond(examples, new SystemSettings(Map.of("seed", seed)), SharedMiniLm.get());
  }
}
