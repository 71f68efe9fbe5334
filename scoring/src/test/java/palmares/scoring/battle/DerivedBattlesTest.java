package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Counting without storing gives what the stored battles would have given.
class DerivedBattlesTest {

  private static final List<String> SYSTEMS = List.of("a", "b", "c", "d", "e");
  private static final double GAP = Double.NaN;

  private final BradleyTerry method = new BradleyTerry();

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2.5})
  void equalTheSameBattlesWrittenOut(double margin) {
    var values = values(5, 40);

    var derived = method.rank(Rows.evidence(SYSTEMS, values), settings("tie_margin", margin));
    var stored = method.rank(writtenOut(values, margin), Settings.NONE);

    for (var system : SYSTEMS) {
      var one = Rows.ranked(derived, system);
      var other = Rows.ranked(stored, system);
      assertThat(one.value()).isCloseTo(other.value(), within(1e-9));
      assertThat(Rows.halfWidth(derived, system))
          .isCloseTo(Rows.halfWidth(stored, system), within(1e-9));
      assertThat(one.columns().get("naive_low"))
          .isCloseTo(other.columns().get("naive_low"), within(1e-9));
      assertThat(one.columns().get("clusters")).isEqualTo(40);
      assertThat(one.columns().get("battles")).isEqualTo(160);
    }
  }

  @Test
  void eloWalksThemExampleByExample() {
    var values = values(5, 10);

    var derived = new Elo().rank(Rows.evidence(SYSTEMS, values), settings("tie_margin", 1));
    var stored = new Elo().rank(writtenOut(values, 1), Settings.NONE);

    for (var system : SYSTEMS) {
      assertThat(Rows.value(derived, system)).isCloseTo(Rows.value(stored, system), within(1e-12));
    }
  }

  @Test
  void aSystemThatWinsEveryExampleIsUnrankedAndTheOthersStandAsWithoutIt() {
    var values = values(5, 40);
    values[2] = new double[40];
    java.util.Arrays.fill(values[2], 100);

    var ranking = method.rank(Rows.evidence(SYSTEMS, values), settings("tie_margin", 0));
    var without =
        method.rank(
            Rows.evidence(
                List.of("a", "b", "d", "e"),
                new double[][] {values[0], values[1], values[3], values[4]}),
            settings("tie_margin", 0));

    assertThat(Rows.unranked(ranking, "c").reason()).isEqualTo(Separation.WON_ALL);
    assertThat(Rows.unranked(ranking, "c").columns()).containsEntry("battles", 160.0);
    assertThat(Rows.value(ranking, "a")).isCloseTo(Rows.value(without, "a"), within(1e-9));
    assertThat(Rows.halfWidth(ranking, "a")).isCloseTo(Rows.halfWidth(without, "a"), within(1e-9));
  }

  @Test
  void aSystemWithGapsTakesNoPart() {
    var values = values(5, 40);
    values[4][7] = GAP;

    var ranking = method.rank(Rows.evidence(SYSTEMS, values), settings("tie_margin", 0));

    assertThat(Rows.unranked(ranking, "e").reason()).isEqualTo("1 of 40 examples are missing");
    assertThat(Rows.ranked(ranking, "a").columns()).containsEntry("battles", 120.0);
  }

  @Test
  void underWorstAGapLosesToAnyValueAndTiesWithAGap() {
    var values = new double[][] {{-5, 1, GAP}, {GAP, 2, GAP}};
    var settings =
        Settings.of(Map.of("evaluator", Rows.EVALUATOR, "gaps", "worst", "interval", "none"));

    var ranking = method.rank(Rows.evidence(List.of("a", "b"), values), settings);

    assertThat(Rows.value(ranking, "a")).isCloseTo(Rows.value(ranking, "b"), within(1e-9));
    assertThat(Rows.ranked(ranking, "a").columns()).containsEntry("wins", 1.5);
  }

  @Test
  void answeringLessNeverPays() {
    var values = values(5, 40);
    var full = method.rank(Rows.evidence(SYSTEMS, values), settings("gaps", "worst"));
    for (var k = 0; k < 10; k++) {
      values[1][k] = GAP;
    }

    var skipped = method.rank(Rows.evidence(SYSTEMS, values), settings("gaps", "worst"));

    assertThat(Rows.value(skipped, "b")).isLessThan(Rows.value(full, "b"));
  }

  @Test
  void oneSystemAloneIsUnranked() {
    var ranking = method.rank(Rows.evidence(List.of("a"), values(1, 3)), settings("tie_margin", 0));

    assertThat(ranking.ratings()).hasSize(1).allMatch(Rating.Unranked.class::isInstance);
    assertThat(Rows.unranked(ranking, "a").reason()).isEqualTo("met no other system");
  }

  @Test
  void aNegativeMarginIsRefused() {
    var evidence = Rows.evidence(SYSTEMS, values(5, 4));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(evidence, settings("tie_margin", -1)))
        .withMessageContaining("-1");
  }

  @Test
  void settingsOfTheDerivationAreRecorded() {
    var ranking = method.rank(Rows.evidence(SYSTEMS, values(5, 40)), settings("tie_margin", 0));

    assertThat(ranking.settings().values())
        .containsEntry("evaluator", Rows.EVALUATOR)
        .containsEntry("gaps", "unranked")
        .containsEntry("tie_margin", "0.0");
  }

  private static Settings settings(String name, Object value) {
    return Settings.of(Map.of("evaluator", Rows.EVALUATOR)).with(name, value);
  }

  private static double[][] values(int systems, int examples) {
    var random = new Random(7);
    var values = new double[systems][examples];
    for (var i = 0; i < systems; i++) {
      for (var k = 0; k < examples; k++) {
        values[i][k] = random.nextInt(6) + 0.5 * i;
      }
    }
    return values;
  }

  private static Battles writtenOut(double[][] values, double margin) {
    var builder = Battles.builder();
    for (var k = 0; k < values[0].length; k++) {
      for (var i = 0; i < values.length; i++) {
        for (var j = i + 1; j < values.length; j++) {
          var lead = values[i][k] - values[j][k];
          var outcome = lead > margin ? 1 : lead < -margin ? 0 : 0.5;
          builder.add(SYSTEMS.get(i), SYSTEMS.get(j), outcome, 1, "e" + k);
        }
      }
    }
    return builder.build();
  }
}
