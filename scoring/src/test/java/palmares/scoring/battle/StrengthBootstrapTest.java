package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.battle.Rows.Row;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Settings;

class StrengthBootstrapTest {

  private static final double HALF_LEAD = 200 / Math.log(10);

  private final BradleyTerry method = new BradleyTerry();

  /// Wins of a resample of 70 wins out of 100 are binomial: 2.5 % of resamples have 61 or fewer,
  /// 2.5 % 79 or more (`scipy.stats.binom.ppf([.025, .975], 100, .7)`).
  @Test
  void endsOfTwoSystemsAreThoseOfTheBinomialDistribution() {
    var rows = new ArrayList<>(Collections.nCopies(70, win("a", "b")));
    rows.addAll(Collections.nCopies(30, win("b", "a")));

    var ranking = method.rank(battles(rows), drawn("bootstrap", 20_000));

    var interval = Rows.ranked(ranking, "a").interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(1000 + lead(61, 39), within(1e-6));
    assertThat(interval.high()).isCloseTo(1000 + lead(79, 21), within(1e-6));
  }

  /// All 3,125 resamples of five clusters are counted out; the share of them below an end is within
  /// four standard errors of 20,000 draws.
  @Test
  void endsByClusterAreThoseOfAllResamplesCountedOut() {
    var clusters = new int[][] {{3, 1}, {1, 2}, {4, 1}, {2, 2}, {1, 3}};
    var rows = new ArrayList<Row>();
    for (var c = 0; c < clusters.length; c++) {
      rows.addAll(Collections.nCopies(clusters[c][0], new Row("a", "b", 1, 1, "c" + c)));
      rows.addAll(Collections.nCopies(clusters[c][1], new Row("b", "a", 1, 1, "c" + c)));
    }
    Collections.rotate(rows, 7);
    var leads = new double[3125];
    for (var resample = 0; resample < leads.length; resample++) {
      var won = 0;
      var lost = 0;
      for (int k = 0, rest = resample; k < 5; k++, rest /= 5) {
        won += clusters[rest % 5][0];
        lost += clusters[rest % 5][1];
      }
      leads[resample] = 1000 + lead(won, lost);
    }

    var ranking = method.rank(battles(rows), drawn("cluster-bootstrap", 20_000));

    var interval = Rows.ranked(ranking, "a").interval().orElseThrow();
    assertThat(below(leads, interval.low() - 1e-6)).isLessThan(0.025 + 0.0045);
    assertThat(below(leads, interval.low() + 1e-6)).isGreaterThan(0.025 - 0.0045);
    assertThat(below(leads, interval.high() - 1e-6)).isLessThan(0.975 + 0.0045);
    assertThat(below(leads, interval.high() + 1e-6)).isGreaterThan(0.975 - 0.0045);
  }

  /// The same resamples fitted one by one from nothing give the same strengths.
  @Test
  void resamplesFittedSideBySideEqualThoseFittedAlone() {
    var battles = battles(Rows.random(11));
    var model = NewtonFit.of(battles.counts()).model();
    var units = battles.units(false);
    var times = new double[units.size()][40];
    new Multinomial(units.multiplicities()).draw(times, new SplitMix(5, 0));
    var block = new Drawn(8, units).counts(times);

    var strengths = new ChordFit(model).strengths(block);

    for (var k = 0; k < 40; k++) {
      var alone = NewtonFit.of(block.counts(k)).model().theta();
      for (var i = 0; i < alone.length; i++) {
        assertThat(strengths[i][k]).isCloseTo(alone[i], within(1e-8));
      }
    }
  }

  /// Of 200 rounds an end has a standard error of about 5 % of the width, so that the farthest of
  /// 118 is three of them off: exact fits of 4,000 resamples in numpy differ by up to 15 % as well.
  @Test
  void endsAreThoseOfFastChatButForItsFewRounds() {
    var ranking = method.rank(EvalicaData.votes("llmfao"), drawn("bootstrap", 2000));

    try (var verdict = Verdict.on("evalica", "BT bootstrap, ends by width", 0.2)) {
      for (var row : SharedData.rows("evalica/expected_llmfao.csv")) {
        var low = Double.parseDouble(row.get("fastchat_boot200_q025"));
        var high = Double.parseDouble(row.get("fastchat_boot200_q975"));
        var found = Rows.ranked(ranking, row.get("model")).interval().orElseThrow();
        verdict.compare(row.get("model"), (found.low() - low) / (high - low), 0);
        verdict.compare(row.get("model"), (found.high() - high) / (high - low), 0);
      }
    }
  }

  @Test
  void aSystemThatOftenHasNoFiniteRatingIsUnboundedAndSaysHowOften() {
    var rows = new ArrayList<>(Rows.random(12));
    rows.add(new Row("new", "s0", 1, 1, "r1"));
    rows.add(new Row("s7", "new", 1, 1, "r2"));

    var ranking = method.rank(battles(rows), drawn("bootstrap", 1000));

    var found = Rows.ranked(ranking, "new");
    assertThat(found.interval()).isEmpty();
    // One of two battles is missing from a resample of many with probability 2 / e - 1 / e^2.
    assertThat(found.labels().get("interval"))
        .matches("unbounded: no finite rating in [56]\\d\\d of 1000 resamples");
    assertThat(found.rankLow()).isEqualTo(1);
    assertThat(found.rankHigh()).isEqualTo(9);
    assertThat(ranking.ratings().stream().filter(Ranked.class::isInstance))
        .filteredOn(rating -> !rating.subject().equals("new"))
        .allSatisfy(rating -> assertThat(((Ranked) rating).interval()).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"bootstrap", "cluster-bootstrap"})
  void theSeedFixesTheIntervalAndAnotherMovesItLittle(String interval) {
    var battles = battles(Rows.random(13));
    var settings = drawn(interval, 1000);

    var first = intervals(battles, settings);
    var again = intervals(battles, settings);
    var other = intervals(battles, settings.with("seed", 2));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    for (var i = 0; i < first.size(); i++) {
      var width = first.get(i).high() - first.get(i).low();
      assertThat(other.get(i).low()).isCloseTo(first.get(i).low(), within(0.2 * width));
    }
  }

  @Test
  void anAnchorHasNoIntervalAndOthersAreRelativeToIt() {
    var battles = battles(Rows.random(14));

    var ranking = method.rank(battles, drawn("cluster-bootstrap", 500).with("anchor", "s3:1200"));

    var anchor = Rows.ranked(ranking, "s3");
    assertThat(anchor.value()).isEqualTo(1200);
    assertThat(anchor.labels()).containsEntry("interval", "anchor");
    assertThat(Rows.ranked(ranking, "s4").interval().orElseThrow())
        .satisfies(found -> assertThat(found.low()).isLessThan(Rows.value(ranking, "s4")));
  }

  @ParameterizedTest
  @CsvSource({
    "interval, bootstrap, rounds, 99, 'setting ''rounds'' must be 100 or more: 99'",
    "interval, bootstrap, rounds, 100001, 'setting ''rounds'' must be 100000 or less: 100001'",
    "interval, clustered, seed, 3, 'setting ''seed'' is of interval=bootstrap and cluster-bootstrap"
        + " alone'",
    "interval, bootstrap, compat, arena-rank, 'compat=arena-rank has no bootstrap interval; use"
        + " interval=naive or interval=none'"
  })
  void settingsThatMakeNoSenseAreRefused(
      String name, String value, String other, String otherValue, String message) {
    var settings = Settings.of(Map.of(name, value, other, otherValue));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.rank(battles(Rows.random(1)), settings))
        .withMessage(message);
  }

  private List<Interval> intervals(Battles battles, Settings settings) {
    return method.rank(battles, settings).ratings().stream()
        .map(rating -> ((Ranked) rating).interval().orElseThrow())
        .toList();
  }

  private static Settings drawn(String interval, int rounds) {
    return Settings.of(Map.of("interval", interval)).with("rounds", rounds);
  }

  private static double lead(int won, int lost) {
    return HALF_LEAD * Math.log((double) won / lost);
  }

  private static double below(double[] values, double bound) {
    return Arrays.stream(values).filter(value -> value < bound).count() / (double) values.length;
  }
}
