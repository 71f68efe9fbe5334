package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.audit.PositionBias.Verdict.LEFT;
import static palmares.scoring.audit.PositionBias.Verdict.RIGHT;
import static palmares.scoring.audit.PositionBias.Verdict.TIE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.audit.PositionBias.Judged;
import palmares.scoring.audit.PositionBias.Verdict;
import palmares.scoring.ranking.Bootstrap;

class PositionBiasTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 1, 0.95);

  /// What GPT-4 said of phi-3 and phi-3-dpo on 73 questions of MT-bench in both orders (counts of
  /// formats/E_mt_bench/expected.json, the two with an error left out): 46 the same; of the others
  /// 16 + 5 + 3 name the first response and 2 + 1 the second.
  @Test
  void equalsTheCountsOfAPublishedJudge() {
    var pairs = new ArrayList<Judged>();
    add(pairs, 16, LEFT, RIGHT);
    add(pairs, 5, LEFT, TIE);
    add(pairs, 20, RIGHT, RIGHT);
    add(pairs, 18, LEFT, LEFT);
    add(pairs, 8, TIE, TIE);
    add(pairs, 2, RIGHT, LEFT);
    add(pairs, 3, TIE, RIGHT);
    add(pairs, 1, RIGHT, TIE);

    var bias = PositionBias.of(pairs);

    assertThat(bias.consistency()).hasValue(46 / 73.0);
    assertThat(bias.firstShare().orElseThrow()).isCloseTo(24 / 27.0, within(1e-15));
    assertThat(bias.consistencyInterval(BOOTSTRAP).orElseThrow().low()).isBetween(0.48, 0.58);
    assertThat(bias.firstShareInterval(BOOTSTRAP).orElseThrow().low()).isGreaterThan(0.5);
  }

  @Test
  void aJudgeThatTakesTheFirstWhateverItIsIsNeverConsistent() {
    var bias = PositionBias.of(Collections.nCopies(5, new Judged(LEFT, RIGHT)));

    assertThat(bias.consistency()).hasValue(0);
    assertThat(bias.firstShare()).hasValue(1);
    assertThat(bias.firstShareInterval(BOOTSTRAP)).isEmpty();
  }

  @Test
  void whoNeverWaversHasNoPlaceThatItLikes() {
    var bias = PositionBias.of(List.of(new Judged(TIE, TIE), new Judged(LEFT, LEFT)));

    assertThat(bias.consistency()).hasValue(1);
    assertThat(bias.firstShare()).isEmpty();
    assertThat(PositionBias.of(List.of()).consistency()).isEmpty();
  }

  private static void add(List<Judged> pairs, int count, Verdict leftFirst, Verdict rightFirst) {
    pairs.addAll(Collections.nCopies(count, new Judged(leftFirst, rightFirst)));
  }
}
