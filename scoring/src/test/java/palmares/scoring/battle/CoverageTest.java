package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Settings;

/// A short form of `./palmares bench coverage`, which has 20,000 draws and more designs.
class CoverageTest {

  private static final int DRAWS = 500;
  private static final int SYSTEMS = 6;
  private static final int EXAMPLES = 60;
  private static final List<String> NAMES =
      IntStream.range(0, SYSTEMS).mapToObj("s%d"::formatted).toList();

  @Test
  void clusteredIntervalsCoverTheTruthAsOftenAsTheySayAndNaiveOnesDoNot() {
    var random = new Random(20);
    var settings = Settings.NONE.with("evaluator", Rows.EVALUATOR);

    var clustered = 0;
    var naive = 0;
    for (var draw = 0; draw < DRAWS; draw++) {
      var ranking = new BradleyTerry().rank(Rows.evidence(NAMES, values(random)), settings);
      clustered += covered(ranking);
      naive += coveredIfBattlesWereIndependent(ranking);
    }

    // 20,000 draws give 95.2 % and 82.0 %; these bounds are over 4 standard errors of 500 draws
    // away
    assertThat(clustered / (double) (DRAWS * SYSTEMS)).isBetween(0.93, 0.97);
    assertThat(naive / (double) (DRAWS * SYSTEMS)).isLessThan(0.87);
  }

  /// Ability plus Gumbel noise, so that Bradley-Terry holds with the abilities as strengths.
  private static double[][] values(Random random) {
    var values = new double[SYSTEMS][EXAMPLES];
    for (var i = 0; i < SYSTEMS; i++) {
      for (var k = 0; k < EXAMPLES; k++) {
        values[i][k] = ability(i) - Math.log(-Math.log(1 - random.nextDouble()));
      }
    }
    return values;
  }

  private static double ability(int system) {
    return 2.0 * system / (SYSTEMS - 1) - 1;
  }

  private static double truth(int system) {
    return 1000 + 400 / Math.log(10) * ability(system);
  }

  private static long covered(Ranking ranking) {
    return IntStream.range(0, SYSTEMS)
        .filter(i -> {
          var interval = Rows.ranked(ranking, NAMES.get(i)).interval().orElseThrow();
          return interval.low() <= truth(i) && truth(i) <= interval.high();
        })
        .count();
  }

  private static long coveredIfBattlesWereIndependent(Ranking ranking) {
    return IntStream.range(0, SYSTEMS)
        .filter(i -> {
          var columns = Rows.ranked(ranking, NAMES.get(i)).columns();
          return columns.get("naive_low") <= truth(i) && truth(i) <= columns.get("naive_high");
        })
        .count();
  }
}
