package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.metric.Samples.references;
import static palmares.scoring.metric.Samples.value;

import org.junit.jupiter.api.Test;

class RougeLTest {

  private static final String FOX = "The quick brown fox jumps over the lazy dog";
  private static final String LOG = "The quick brown dog jumps on the log.";

  private final RougeL metric = new RougeL();

  @Test
  void theExampleOfTheRougeScorePackageComesOut() {
    // README of rouge-score: rougeL precision 0.625, recall 0.5556, fmeasure 0.5882352941176471;
    // by hand: the quick brown jumps the, so 5 of 8 and 5 of 9, 10/17
    assertThat(value(metric, references(FOX), LOG)).isCloseTo(10.0 / 17, within(1e-15));
  }

  @Test
  void orderCounts() {
    // common subsequence of length 1 in 3 and 3
    assertThat(value(metric, references("one two three"), "three two one"))
        .isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void theClosestReferenceCounts() {
    assertThat(value(metric, references("something else", FOX), FOX)).isEqualTo(1);
  }

  @Test
  void tokensAreRunsOfAsciiLettersAndDigits() {
    // don't -> don t; naïve -> na ve: 4 tokens against the same 4
    assertThat(value(metric, references("don't naïve"), "DON T na-ve")).isEqualTo(1);
  }

  @Test
  void aTextWithoutTokensHasTheFloor() {
    assertThat(value(metric, references("你好"), "你好")).isZero();
    assertThat(value(metric, references(FOX), "!?")).isZero();
  }
}
