package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MethodWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mean@1",
        "win-rate@1",
        "wb-score@1",
        "sharpe-ratio@1",
        "bradley-terry@2",
        "elo@1",
        "counting@1",
        "average-win-rate@1",
        "eigenvector@1",
        "pagerank@1",
        "newman@1",
        "weng-lin@1",
        "rao-kupper@1",
        "thurstone-mosteller@1",
        "borda@1",
        "mean-win-rate@1",
        "copeland@1",
        "kemeny@1",
        "maximal-lottery@1",
        "two-level-borda@1",
        "regularised-nash@1"
      })
  void everyMethodThatLeaderboardsMayUseHasATitle(String method) {
    var words = MethodWords.of(method);

    assertThat(words.title())
        .doesNotContain("@1", "@2")
        .isNotEqualTo(method.replaceFirst("@.*", ""));
    assertThat(words.about()).contains(" ");
  }

  @Test
  void aMethodOfALaterReleaseGoesByItsId() {
    assertThat(MethodWords.of("median-of-means@3").title()).isEqualTo("median-of-means");
  }
}
