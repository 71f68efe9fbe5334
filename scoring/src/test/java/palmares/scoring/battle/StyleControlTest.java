package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.ReferenceData;
import palmares.scoring.ranking.Settings;

class StyleControlTest {

  private static final List<String> FEATURES = List.of("tokens", "header", "list", "bold");
  private static final String VOTES = "style_control/votes.csv";

  @Test
  void equalsArenaRankInItsOwnTerms() {
    var ranking = StyleControl.rank(votes(), Settings.NONE.with("compat", "arena-rank"));

    assertThat(ranking.fit().converged()).isTrue();
    try (var verdict = Verdict.on("style_control", "arena-rank: rating, low, high", 1e-6)) {
      for (var row : SharedData.rows("style_control/expected_style_control.csv")) {
        var rated = Rows.ranked(ranking, row.get("model"));
        var interval = rated.interval().orElseThrow();
        verdict.compare(row.get("model"), rated.value(), row.get("arenarank_ctx_rating"));
        verdict.compare(row.get("model"), interval.low(), row.get("arenarank_ctx_lower"));
        verdict.compare(row.get("model"), interval.high(), row.get("arenarank_ctx_upper"));
      }
    }
    coefficientsEqual(ranking, "arenarank_coef", 1e-6);
  }

  /// FastChat's L-BFGS stops 0.016 short of the optimum, and 3e-5 in the coefficients.
  @Test
  void isWithinTheStoppingErrorOfFastChat() {
    var ranking = StyleControl.rank(votes(), Settings.NONE.with("compat", "fastchat"));

    try (var verdict = Verdict.on("style_control", "fastchat: rating", 0.05)) {
      for (var row : SharedData.rows("style_control/expected_style_control.csv")) {
        var model = row.get("model");
        verdict.compare(model, Rows.value(ranking, model), row.get("fastchat_style_bt"));
      }
    }
    coefficientsEqual(ranking, "fastchat_coef", 1e-4);
  }

  /// Votes drawn with strengths 1, 0, -1 and 0.7 logits by deviation of length.
  @Test
  void findsTheStrengthsAndTheTasteThatVotesWereDrawnWith() {
    var styled = drawn(40_000, 3);

    var ranking = StyleControl.rank(styled, Settings.NONE);

    var elo = 400 / Math.log(10);
    for (var i = 0; i < 3; i++) {
      var rated = Rows.ranked(ranking, "s" + i);
      var interval = rated.interval().orElseThrow();
      assertThat(interval.low()).isLessThan(1000 + elo * (1 - i));
      assertThat(interval.high()).isGreaterThan(1000 + elo * (1 - i));
      assertThat(interval.high() - interval.low()).isLessThan(20);
    }
    assertThat(coefficient(ranking, 0)).isCloseTo(0.7, within(0.05));
    // s2 writes longest: length had earned it more than its strength
    assertThat(Rows.ranked(ranking, "s2").columns().get("without_style"))
        .isGreaterThan(Rows.value(ranking, "s2") + 20);
  }

  @Test
  void frozenCoefficientsGiveTheSameRatingsAndStayOnOtherVotes() {
    var styled = drawn(4_000, 4);
    var fitted = StyleControl.rank(styled, Settings.NONE);
    var frozen = Settings.NONE.with("coefficients", fitted.settings().text("coefficients"));

    var again = StyleControl.rank(styled, frozen);
    var others = StyleControl.rank(drawn(4_000, 5), frozen);

    for (var rating : fitted.ratings()) {
      assertThat(Rows.value(again, rating.subject()))
          .isCloseTo(Rows.value(fitted, rating.subject()), within(1e-7));
    }
    assertThat(others.settings().text("coefficients")).isEqualTo(frozen.text("coefficients"));
    assertThat(others.notes()).anyMatch(note -> note.endsWith("logits by deviation, frozen"));
  }

  @Test
  void sidesThatSwapMirrorTheShares() {
    var styled = drawn(500, 6);
    var mirrored = Battles.builder();
    styled
        .battles()
        .forEach((left, right, outcome, weight) ->
            mirrored.add("s" + right, "s" + left, 1 - outcome, weight));
    var swapped =
        new StyledBattles(mirrored.build(), List.of("length"), styled.right(), styled.left());

    var ranking = StyleControl.rank(styled, Settings.NONE);
    var other = StyleControl.rank(swapped, Settings.NONE);

    assertThat(coefficient(other, 0)).isCloseTo(coefficient(ranking, 0), within(1e-9));
  }

  @Test
  void whatCannotBeControlledForIsRefused() {
    var battles = Rows.battles(Rows.win("a", "b"), Rows.win("b", "a"));
    double[][] same = {{3, 3}};
    double[][] negative = {{3, -1}};
    var features = List.of("length");

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            StyleControl.rank(new StyledBattles(battles, features, same, same), Settings.NONE))
        .withMessageContaining("feature 'length' is the same in all battles");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StyledBattles(battles, features, same, negative))
        .withMessage("a count of 'length' must be 0 or more and finite: -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StyleControl.rank(drawn(100, 1), Settings.NONE.with("coefficients", "x")))
        .withMessageContaining("must be NAME:VALUE:MEAN:DEVIATION of each of [length]");
  }

  private static void coefficientsEqual(Ranking ranking, String name, double tolerance) {
    var list = ReferenceData.text("style_control/expected_coefs.json").split(name)[1];
    var expected = list.substring(list.indexOf('[') + 1, list.indexOf(']')).split(",");
    try (var verdict = Verdict.on("style_control", name, tolerance)) {
      for (var f = 0; f < FEATURES.size(); f++) {
        verdict.compare(FEATURES.get(f), coefficient(ranking, f), expected[f].strip());
      }
    }
  }

  private static double coefficient(Ranking ranking, int feature) {
    var part = ranking.settings().text("coefficients").split(",")[feature];
    return Double.parseDouble(part.split(":")[1]);
  }

  private static StyledBattles votes() {
    var rows = SharedData.rows(VOTES);
    var left = new double[FEATURES.size()][rows.size()];
    var right = new double[FEATURES.size()][rows.size()];
    for (var f = 0; f < FEATURES.size(); f++) {
      for (var k = 0; k < rows.size(); k++) {
        left[f][k] = Double.parseDouble(rows.get(k).get(FEATURES.get(f) + "_a"));
        right[f][k] = Double.parseDouble(rows.get(k).get(FEATURES.get(f) + "_b"));
      }
    }
    return new StyledBattles(SharedData.votes(VOTES, "model_a", "model_b"), FEATURES, left, right);
  }

  private static StyledBattles drawn(int size, long seed) {
    var random = new Random(seed);
    var left = new double[1][size];
    var right = new double[1][size];
    var pairs = new int[size][];
    for (var k = 0; k < size; k++) {
      var a = random.nextInt(3);
      pairs[k] = new int[] {a, (a + 1 + random.nextInt(2)) % 3};
      left[0][k] = 1 + random.nextInt(100 + 100 * pairs[k][0]);
      right[0][k] = 1 + random.nextInt(100 + 100 * pairs[k][1]);
    }
    // the deviation of the shares is what one unit of taste is measured in
    var battles = Battles.builder();
    var shares = new double[size];
    var squares = 0.0;
    for (var k = 0; k < size; k++) {
      shares[k] = (left[0][k] - right[0][k]) / (left[0][k] + right[0][k]);
      squares += shares[k] * shares[k] / size;
    }
    for (var k = 0; k < size; k++) {
      var logit = pairs[k][1] - pairs[k][0] + 0.7 * shares[k] / Math.sqrt(squares);
      var wins = random.nextDouble() < 1 / (1 + Math.exp(-logit));
      battles.add("s" + pairs[k][0], "s" + pairs[k][1], wins ? 1 : 0);
    }
    return new StyledBattles(battles.build(), List.of("length"), left, right);
  }
}
