package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Settings;

/// What style control makes of votes of a and b that are counted by hand.
class StyleDesignTest {

  private static final double ELO = 400 / Math.log(10);

  /// a wins 40 of 50 where it wrote 300 to 100, and 25 of 50 where both wrote 100: equal at equal
  /// style. Which side it stands on says nothing.
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aSideIsNoStyle(int turned) {
    var votes = new Votes();
    for (var k = 0; k < 50; k++) {
      votes.add(k % turned == 1, k < 40, 300, 100);
      votes.add(k % turned == 1, k < 25, 100, 100);
    }

    var ranking = StyleControl.rank(votes.styled("tokens"), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isCloseTo(1000, within(1e-6));
    assertThat(ranking.settings().text("coefficients")).matches("tokens:[^:]+:0.0:[^:]+");
  }

  /// Offsets of ln 2: 12 of 18 are won where a wrote more and 3 of 9 where b did, so that both are
  /// equal. Information and spread of the difference are 27 * 2/9 = 6, its variance 1/6, that of
  /// one strength a quarter of it.
  @Test
  void frozenCoefficientsAddNothingToTheInterval() {
    var votes = new Votes();
    for (var k = 0; k < 18; k++) {
      votes.add(false, k < 12, 125, 75);
      if (k < 9) {
        votes.add(false, k < 3, 75, 125);
      }
    }
    var frozen = "tokens:" + Math.log(2) + ":0:0.25";

    var ranking =
        StyleControl.rank(votes.styled("tokens"), Settings.NONE.with("coefficients", frozen));

    var half = ELO * Quantile.reach(0.95, 27) * Math.sqrt(27.0 / 26 / 24);
    assertThat(Rows.value(ranking, "a")).isCloseTo(1000, within(1e-8));
    assertThat(Rows.ranked(ranking, "a").interval().orElseThrow().high())
        .isCloseTo(1000 + half, within(1e-8));
  }

  @Test
  void featuresThatSayTheSameAreRefused() {
    var votes = new Votes();
    for (var k = 0; k < 20; k++) {
      votes.add(k % 2 == 0, k < 12, 100 + 7 * k, 200 - k);
    }
    var styled = votes.styled("tokens");
    var twice =
        new StyledBattles(
            styled.battles(),
            List.of("tokens", "words"),
            new double[][] {styled.left()[0], styled.left()[0]},
            new double[][] {styled.right()[0], styled.right()[0]});
    var always = new Votes();
    for (var k = 0; k < 20; k++) {
      always.add(k % 2 == 0, k < 12, 300, 100);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> StyleControl.rank(twice, Settings.NONE))
        .withMessageStartingWith("features [tokens, words] and the systems cannot be told apart");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StyleControl.rank(always.styled("tokens"), Settings.NONE))
        .withMessageStartingWith("features [tokens] and the systems cannot be told apart");
  }

  /// The longer wins always; or always where lengths differ, while equal lengths go either way.
  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void aFeatureThatTellsEveryWinnerIsRefused(int equal) {
    var votes = new Votes();
    for (var k = 0; k < 20; k++) {
      votes.add(k % 3 == 0, k % 2 == 0, k % 2 == 0 ? 200 + k : 100, k % 2 == 0 ? 100 : 200);
    }
    for (var k = 0; k < equal; k++) {
      votes.add(false, k < 2, 100, 100);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> StyleControl.rank(votes.styled("tokens"), Settings.NONE))
        .withMessage("features [tokens] tell every winner: no finite coefficients");
  }

  /// All votes of c are of one cluster.
  @Test
  void aSystemOfOneClusterMayHaveAnyRank() {
    var votes = new Votes();
    for (var k = 0; k < 40; k++) {
      votes.add(false, k % 4 != 0, 100 + k % 7, 100 + k % 5);
    }
    for (var k = 0; k < 8; k++) {
      votes.battles.add("c", "b", k < 2 ? 1 : 0, 1, "q0");
      votes.lengths.add(new double[] {100 + k, 103});
    }

    var row = Rows.ranked(StyleControl.rank(votes.styled("tokens"), Settings.NONE), "c");

    assertThat(row.interval()).isEmpty();
    assertThat(row.labels()).containsEntry("interval", Errors.ONE_CLUSTER);
    assertThat(row.rank()).isEqualTo(3);
    assertThat(row.rankLow()).isEqualTo(1);
  }

  /// Votes between a and b, each of a cluster of its own.
  private static final class Votes {

    private final Battles.Builder battles = Battles.builder();
    private final List<double[]> lengths = new ArrayList<>();

    /// @param turned whether a stands on the right
    void add(boolean turned, boolean wins, double ofA, double ofB) {
      var cluster = "q" + lengths.size();
      if (turned) {
        battles.add("b", "a", wins ? 0 : 1, 1, cluster);
      } else {
        battles.add("a", "b", wins ? 1 : 0, 1, cluster);
      }
      lengths.add(turned ? new double[] {ofB, ofA} : new double[] {ofA, ofB});
    }

    StyledBattles styled(String feature) {
      return new StyledBattles(
          battles.build(),
          List.of(feature),
          new double[][] {lengths.stream().mapToDouble(pair -> pair[0]).toArray()},
          new double[][] {lengths.stream().mapToDouble(pair -> pair[1]).toArray()});
    }
  }
}
