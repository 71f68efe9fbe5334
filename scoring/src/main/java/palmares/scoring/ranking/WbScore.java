package palmares.scoring.ranking;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;

/// WildBench's score, -80 to +100: `(x - 5) * 2 * 10`, where `x` is the mean over categories, by
/// their weights, of the mean score 1..10 of their examples.
///
/// Every example counts, whatever the response was; WildBench's own table leaves truncated and
/// empty responses out of its categories. The interval is a percentile [Bootstrap] over examples,
/// not stratified. Source: `leaderboard/data_dir/_create_tables.py` of WildBench.
///
/// Settings: `evaluator`, `gaps`, `weights` (`benchmark`: by category as the benchmark states;
/// `none`: the plain mean), `rounds` (1000), `seed` (1), `level` (0.95).
@AutoService(RankingMethod.class)
public final class WbScore implements RankingMethod {

  private static final Set<String> KNOWN =
      Set.of("evaluator", GapPolicy.SETTING, "weights", "rounds", "seed", "level");

  @Override
  public String id() {
    return "wb-score";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> gapPolicies() {
    return SystemBoard.GAP_POLICIES;
  }

  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(KNOWN);
    var weights = settings.choice("weights", "benchmark", Set.of("benchmark", "none"));
    var bootstrap = Bootstrap.of(settings);
    var board = new SystemBoard(evidence, settings);
    var aggregate =
        weights.equals("none") ? plain(board.table()) : byCategory(evidence, board.table());
    return new Ranking(
        key(),
        bootstrap.addTo(board.settings().with("weights", weights)),
        board.ratings(aggregate, rows -> intervals(rows, aggregate, bootstrap)),
        Fit.EXACT,
        List.of("interval: percentile bootstrap over examples"));
  }

  /// The aggregate of this method for the examples of a table.
  ///
  /// @throws IllegalArgumentException if a value is not within 1..10
  static Aggregate byCategory(Evidence evidence, ScoreTable table) {
    return scaled(table, CategoryMean.of(evidence, table.examples()));
  }

  private static Aggregate plain(ScoreTable table) {
    return scaled(table, Aggregate.MEAN);
  }

  private static Aggregate scaled(ScoreTable table, Aggregate mean) {
    for (var system = 0; system < table.systems().size(); system++) {
      for (var example = 0; example < table.examples().size(); example++) {
        if (table.isScored(system, example)) {
          var value = table.value(system, example);
          if (value < 1 || value > 10) {
            throw new IllegalArgumentException(
                "wb-score needs scores from 1 to 10; %s has %s for example %s"
                    .formatted(table.systems().get(system), value, table.examples().get(example)));
          }
        }
      }
    }
    return new Scaled(mean);
  }

  private record Scaled(Aggregate mean) implements Aggregate {

    @Override
    public double of(double[] values, double[] counts) {
      return scaled(mean.of(values, counts));
    }

    @Override
    public Resampled over(Resamples resamples) {
      var means = mean.over(resamples);
      return (values, results) -> {
        means.of(values, results);
        for (var i = 0; i < resamples.size(); i++) {
          results[i] = scaled(results[i]);
        }
      };
    }

    private static double scaled(double mean) {
      return (mean - 5) * 2 * 10;
    }
  }

  private static List<Optional<Interval>> intervals(
      List<double[]> rows, Aggregate aggregate, Bootstrap bootstrap) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var values = bootstrap.values(rows, aggregate);
    return Arrays.stream(values).map(bootstrap::interval).toList();
  }
}
