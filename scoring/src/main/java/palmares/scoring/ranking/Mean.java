package palmares.scoring.ranking;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.evidence.Evidence;

/// The mean over examples, with Student's interval `mean +- t * s / sqrt(n)` (`s` with `n - 1`): in
/// closed form, so that anyone can check it, and close enough for means of 30 examples and more.
///
/// Settings: `evaluator`, `gaps`, `level` (0.95).
@AutoService(RankingMethod.class)
public final class Mean implements RankingMethod {

  private static final Set<String> KNOWN = Set.of("evaluator", GapPolicy.SETTING, "level");

  @Override
  public String id() {
    return "mean";
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
    var level = settings.share("level", 0.95);
    var board = new SystemBoard(evidence, settings);
    return new Ranking(
        key(),
        board.settings().with("level", level),
        board.ratings(Aggregate.MEAN, rows -> intervals(rows, level)),
        Fit.EXACT,
        List.of("interval: Student's t over examples"));
  }

  static List<Optional<Interval>> intervals(List<double[]> rows, double level) {
    if (rows.isEmpty() || rows.getFirst().length < 2) {
      return rows.stream().map(row -> Optional.<Interval>empty()).toList();
    }
    var t = StudentT.critical(level, rows.getFirst().length - 1);
    return rows.stream().map(row -> interval(row, t, level)).toList();
  }

  private static Optional<Interval> interval(double[] values, double t, double level) {
    if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      return Optional.empty();
    }
    var mean = Aggregate.MEAN.ofAll(values);
    var squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    var half = t * Math.sqrt(squares / (values.length - 1) / values.length);
    return Optional.of(new Interval(mean - half, mean + half, level));
  }
}
