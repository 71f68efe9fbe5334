package palmares.scoring.ranking;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;

/// The win rate in percent, 0 to 100: the mean over examples of the probability that the system is
/// preferred, which is its value on the way from the evaluator's floor to its ceiling. The interval
/// is Student's, as that of [Mean].
///
/// Columns over the answered examples alone, as AlpacaEval publishes them: `win rate`, `standard
/// error` (`100 s / sqrt(n)`, `s` with `n - 1`), `wins` (probability above 1/2), `losses`, `draws`,
/// and `discrete win rate`, in which a draw is half a win. They stand beside the value and are
/// never what it is ranked by: a gap would pay. Source: `alpaca_eval/metrics/winrate.py`.
///
/// Settings: `evaluator`, `gaps`, `level` (0.95).
@AutoService(RankingMethod.class)
public final class WinRate implements RankingMethod {

  private static final Set<String> KNOWN = Set.of("evaluator", GapPolicy.SETTING, "level");
  private static final double DRAW = 50;

  @Override
  public String id() {
    return "win-rate";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> gapPolicies() {
    return SystemBoard.GAP_POLICIES;
  }

  /// @throws IllegalArgumentException if the evaluator has no floor or ceiling
  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(KNOWN);
    var level = settings.share("level", 0.95);
    var percent = percent(evidence, settings.text("evaluator"));
    var board = new SystemBoard(percent, settings);
    var ratings =
        board.ratings(Aggregate.MEAN, rows -> Mean.intervals(rows, level)).stream()
            .map(rating -> withColumns(rating, board.table()))
            .toList();
    return new Ranking(
        key(),
        board.settings().with("level", level),
        ratings,
        Fit.EXACT,
        List.of("interval: Student's t over examples"));
  }

  /// The evidence of one evaluator from 0 to 100.
  private static Evidence percent(Evidence evidence, String evaluator) {
    var table = evidence.table(evaluator);
    var floor = evidence.floors().get(evaluator);
    var ceiling = evidence.ceilings().get(evaluator);
    if (floor == null || ceiling == null || !(floor < ceiling)) {
      throw new IllegalArgumentException(
          "win-rate needs an evaluator with a worst and a best value; %s has %s and %s"
              .formatted(evaluator, floor, ceiling));
    }
    var scaled = ScoreTable.builder(table.systems(), table.examples());
    for (var system = 0; system < table.systems().size(); system++) {
      for (var example = 0; example < table.examples().size(); example++) {
        if (table.isScored(system, example)) {
          var share = (table.value(system, example) - floor) / (ceiling - floor);
          scaled.put(system, example, 100 * share);
        }
      }
    }
    return new Evidence(
        new TreeMap<>(Map.of(evaluator, scaled.build())),
        Map.of(evaluator, 0.0),
        Map.of(evaluator, 100.0),
        evidence.categories(),
        evidence.categoryWeights());
  }

  private static Rating withColumns(Rating rating, ScoreTable table) {
    var system = table.systems().indexOf(rating.subject());
    var values =
        IntStream.range(0, table.examples().size())
            .filter(example -> table.isScored(system, example))
            .mapToDouble(example -> table.value(system, example))
            .toArray();
    var columns = new HashMap<>(rating.columns());
    if (values.length > 0) {
      columns.putAll(asPublished(values));
    }
    return switch (rating) {
      case Rating.Ranked own ->
          new Rating.Ranked(
              own.subject(),
              own.value(),
              own.interval(),
              own.rank(),
              own.rankLow(),
              own.rankHigh(),
              own.tieGroup(),
              columns,
              own.labels());
      case Rating.Unranked own ->
          new Rating.Unranked(own.subject(), own.reason(), own.bounds(), columns, own.labels());
    };
  }

  private static Map<String, Double> asPublished(double[] values) {
    var n = values.length;
    var mean = Aggregate.MEAN.ofAll(values);
    var wins = DoubleStream.of(values).filter(value -> value > DRAW).count();
    var draws = DoubleStream.of(values).filter(value -> value == DRAW).count();
    var columns =
        new HashMap<>(
            Map.of(
                "win rate", mean,
                "wins", (double) wins,
                "draws", (double) draws,
                "losses", (double) (n - wins - draws),
                "discrete win rate", 100 * (wins + draws / 2.0) / n));
    if (n > 1) {
      var squares = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
      columns.put("standard error", Math.sqrt(squares / (n - 1) / n));
    }
    return columns;
  }
}
