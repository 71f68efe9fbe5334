package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.Settings;

/// Real votes with results by other people's code.
class BradleyTerryReferenceTest {

  private static final Settings ARENA_RANK = Settings.of(Map.of("compat", "arena-rank"));

  static Stream<Arguments> votes() {
    return Stream.of(
        Arguments.of("evalica/llmfao.csv", "left", "right", "evalica/expected_llmfao.csv"),
        Arguments.of("evalica/food.csv", "left", "right", "evalica/expected_food.csv"),
        Arguments.of("evalica/simple.csv", "left", "right", "evalica/expected_simple.csv"),
        Arguments.of(
            "arena_hard_battles/battles.csv",
            "model_a",
            "model_b",
            "arena_hard_battles/expected_battles.csv"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("votes")
  void equalsArenaRankInItsOwnTerms(String votes, String left, String right, String expected) {
    var battles = SharedData.votes(votes, left, right);

    var ranking = new BradleyTerry().rank(battles, ARENA_RANK);

    assertThat(ranking.fit().converged()).isTrue();
    for (var row : SharedData.rows(expected)) {
      var rating = Rows.ranked(ranking, row.get("model"));
      var interval = rating.interval().orElseThrow();
      Verdict.one(
          "evalica, arena_hard_battles",
          "BT, arena-rank: rating",
          1e-6,
          rating.value(),
          number(row, "arenarank_bt"));
      Verdict.one(
          "evalica, arena_hard_battles",
          "BT, arena-rank: low",
          1e-6,
          interval.low(),
          number(row, "arenarank_lower"));
      Verdict.one(
          "evalica, arena_hard_battles",
          "BT, arena-rank: high",
          1e-6,
          interval.high(),
          number(row, "arenarank_upper"));
      assertThat(rating.rankLow()).isEqualTo(Integer.parseInt(row.get("rank_from_sandwich_ci")));
    }
  }

  /// With so small a ridge the rounding of the reference's own inverse shows: its formula repeated
  /// in numpy differs from its numbers by 1.4e-6.
  @ParameterizedTest(name = "{0}")
  @MethodSource("votes")
  void equalsArenaRankWhenPairsAreEvened(String votes, String left, String right, String expected) {
    var battles = SharedData.votes(votes, left, right);

    var ranking = new BradleyTerry().rank(battles, ARENA_RANK.with("reweighted", true));

    try (var verdict =
        Verdict.on("evalica, arena_hard_battles", "BT, arena-rank reweighted", 3e-6)) {
      for (var row : SharedData.rows(expected)) {
        var rating = Rows.ranked(ranking, row.get("model"));
        var interval = rating.interval().orElseThrow();
        verdict.compare(row.get("model"), rating.value(), row.get("arenarank_reweighted_bt"));
        verdict.compare(row.get("model"), interval.low(), row.get("arenarank_reweighted_lower"));
        verdict.compare(row.get("model"), interval.high(), row.get("arenarank_reweighted_upper"));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("votes")
  void isWithinTheStoppingErrorOfFastChat(
      String votes, String left, String right, String expected) {
    var battles = SharedData.votes(votes, left, right);

    var ranking = new BradleyTerry().rank(battles, Settings.NONE);

    for (var row : SharedData.rows(expected)) {
      // FastChat's L-BFGS stops up to 0.065 short of the optimum.
      Verdict.one(
          "evalica, arena_hard_battles",
          "BT, fastchat",
          0.1,
          Rows.value(ranking, row.get("model")),
          number(row, "fastchat_bt"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("votes")
  void equalsEvalicaOnceBothHaveGeometricMeanOne(
      String votes, String left, String right, String expected) {
    var battles = SharedData.votes(votes, left, right);

    var ranking = new BradleyTerry().rank(battles, Settings.NONE);

    for (var row : SharedData.rows(expected)) {
      var strength = Math.pow(10, (Rows.value(ranking, row.get("model")) - 1000) / 400);
      assertThat(strength).isCloseTo(number(row, "evalica_bt"), within(1e-6 * strength));
    }
  }

  @Test
  void equalsTheWikipediaExampleWithArenaRankIntervals() {
    var battles = SharedData.votes("wikipedia_bt/games.csv", "model_a", "model_b");

    var ranking = new BradleyTerry().rank(battles, ARENA_RANK);

    var elo = 400 / Math.log(10);
    for (var row : SharedData.rows("wikipedia_bt/expected.csv")) {
      var rating = Rows.ranked(ranking, row.get("model"));
      var logit = (rating.value() - 1000) / elo;
      var interval = rating.interval().orElseThrow();
      Verdict.one("wikipedia_bt", "BT", 1e-6, logit, number(row, "rating"));
      Verdict.one(
          "wikipedia_bt", "BT low", 1e-6, (interval.low() - 1000) / elo, number(row, "lower"));
      Verdict.one(
          "wikipedia_bt", "BT high", 1e-6, (interval.high() - 1000) / elo, number(row, "upper"));
      Verdict.one(
          "wikipedia_bt",
          "BT, published powers",
          1e-3,
          Math.exp(logit),
          number(row, "published_power"));
    }
  }

  /// Stigler's citations: abilities as printed in the vignette of the R package BradleyTerry2.
  @Test
  void equalsThePublishedAbilitiesOfFourJournals() {
    var builder = Battles.builder();
    for (var row : SharedData.rows("citations/citations.csv")) {
      builder.add(row.get("player1"), row.get("player2"), 1, number(row, "win1"));
      builder.add(row.get("player1"), row.get("player2"), 0, number(row, "win2"));
    }
    var settings = Settings.of(Map.of("anchor", "Biometrika:0"));

    var ranking = new BradleyTerry().rank(builder.build(), settings);

    for (var row : SharedData.rows("citations/expected_citations.csv")) {
      var ability = Rows.value(ranking, row.get("journal")) * Math.log(10) / 400;
      Verdict.one(
          "citations",
          "BT, published abilities",
          1e-4,
          ability,
          number(row, "published_BradleyTerry2"));
    }
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
