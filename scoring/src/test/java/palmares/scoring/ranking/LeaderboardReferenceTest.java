package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.agreement.Correlation;
import palmares.scoring.agreement.KendallTau;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.ranking.RankRanges.Standing;

/// Ranks from the published intervals of sixty models, and scores of seven, against other code.
class LeaderboardReferenceTest {

  private static final String EXPECTED =
      "arena_hard_leaderboards/expected_leaderboard_correlation.json";

  @Test
  void equalsTheRanksFromPublishedIntervals() {
    var standings = new ArrayList<Standing>();
    for (var row : ReferenceData.csv("arena_hard_leaderboards/expected_ranks.csv")) {
      var interval = new Interval(number(row, "rating_q025"), number(row, "rating_q975"), 0.95);
      standings.add(
          new Standing(row.get("model"), number(row, "score"), Optional.of(interval), Map.of()));
    }

    var ranked = new HashMap<String, Rating.Ranked>();
    RankRanges.of(standings).forEach(row -> ranked.put(row.subject(), row));

    try (var best = Verdict.on("arena_hard_leaderboards", "best rank from intervals", 0);
        var worst = Verdict.on("arena_hard_leaderboards", "worst rank from intervals", 0)) {
      for (var row : ReferenceData.csv("arena_hard_leaderboards/expected_ranks.csv")) {
        var own = ranked.get(row.get("model"));
        best.compare(row.get("model"), own.rankLow(), row.get("rank_ub"));
        worst.compare(row.get("model"), own.rankHigh(), row.get("rank_lb"));
      }
    }
  }

  @Test
  void equalsTheCorrelationsOfTwoLeaderboards() {
    var arena = numbers("arena_elo");
    var arenaHard = numbers("arena_hard");

    var correlation = Correlation.of(arena, arenaHard);

    try (var verdict = Verdict.on("arena_hard_leaderboards", "correlation of boards", 1e-12)) {
      verdict.compare(
          "spearman", correlation.spearman(), ReferenceData.number(EXPECTED, "spearman"));
      verdict.compare("pearson", correlation.pearson(), ReferenceData.number(EXPECTED, "pearson"));
      verdict.compare(
          "kendall",
          KendallTau.b(arena, arenaHard).orElseThrow(),
          ReferenceData.number(EXPECTED, "kendall_tau_b"));
    }
  }

  /// Scores of seven models, with gaps, each over the questions that it has a score for.
  @Test
  void equalsMeansAndStandardErrorsOfScores() {
    var rows = ReferenceData.csv("arena_bench_v1/scores.csv");
    try (var mean = Verdict.on("arena_bench_v1", "mean", 1e-9);
        var error = Verdict.on("arena_bench_v1", "standard error", 1e-9)) {
      for (var expected : ReferenceData.csv("arena_bench_v1/expected.csv")) {
        var model = expected.get("model");
        var scores =
            rows.stream()
                .map(row -> row.get(model))
                .filter(score -> !score.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        mean.compare(model, Aggregate.MEAN.ofAll(scores), expected.get("mean"));
        var interval = Mean.intervals(List.of(scores), 0.95).getFirst().orElseThrow();
        error.compare(
            model,
            (interval.high() - interval.low()) / 2 / StudentT.critical(0.95, scores.length - 1),
            expected.get("stderr"));
      }
    }
  }

  /// Votes made of those scores: a lead of two points or more wins. FastChat's optimiser stops up
  /// to 0.065 short of the optimum.
  @Test
  void equalsTheRatingsFromVirtualVotes() {
    var rows = ReferenceData.csv("arena_bench_v1/scores.csv");
    var expected = ReferenceData.csv("arena_bench_v1/expected.csv");
    var battles = Battles.builder();
    for (var row : rows) {
      for (var i = 0; i < expected.size(); i++) {
        for (var j = i + 1; j < expected.size(); j++) {
          var left = expected.get(i).get("model");
          var right = expected.get(j).get("model");
          if (!row.get(left).isEmpty() && !row.get(right).isEmpty()) {
            var lead = number(row, left) - number(row, right);
            battles.add(left, right, Math.abs(lead) < 2 ? 0.5 : lead > 0 ? 1 : 0);
          }
        }
      }
    }

    var ranking = new BradleyTerry().rank(battles.build(), Settings.NONE);

    try (var verdict = Verdict.on("arena_bench_v1", "BT of virtual votes, fastchat", 0.1)) {
      for (var row : expected) {
        for (var rating : ranking.ratings()) {
          if (rating.subject().equals(row.get("model"))) {
            verdict.compare(
                rating.subject(), ((Rating.Ranked) rating).value(), row.get("bt_virtual_votes"));
          }
        }
      }
    }
  }

  private static double[] numbers(String name) {
    var list = ReferenceData.text(EXPECTED).split('"' + name + "\": \\[")[1].split("]")[0];
    return Arrays.stream(list.split(",")).mapToDouble(each -> Double.parseDouble(each)).toArray();
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
