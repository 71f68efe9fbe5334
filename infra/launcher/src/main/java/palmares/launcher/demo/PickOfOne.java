package palmares.launcher.demo;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.scoring.policy.PolicySelection;
import palmares.scoring.policy.PolicySelection.Convention;
import palmares.scoring.policy.PolicySelection.Policies;

/// SharpeRatio@1 of the evaluators on a board, from their means and from what each system is worth.
final class PickOfOne {

  private PickOfOne() {}

  /// @param truth says what each system is worth
  static String text(Board board, Board truth) {
    var systems = truth.rows().stream().filter(row -> row.value() != null).toList();
    var baseline = String.valueOf(board.settings().get("baseline"));
    var ratios =
        board.rows().stream()
            .map(row -> "mean " + row.subject())
            .filter(mean -> systems.stream().allMatch(row -> row.columns().containsKey(mean)))
            .map(mean -> ratio(mean, systems, baseline))
            .toList();
    if (ratios.isEmpty()) {
      return "was not computed";
    }
    if (ratios.stream().allMatch(OptionalDouble::isEmpty)) {
      return "is undefined: one pick has no deviation";
    }
    return ratios.stream()
        .flatMapToDouble(OptionalDouble::stream)
        .mapToObj(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .collect(Collectors.joining(", ", "gives ", ""));
  }

  private static OptionalDouble ratio(String mean, List<Row> systems, String baseline) {
    var estimates =
        systems.stream().mapToDouble(row -> row.columns().getOrDefault(mean, 0.0)).toArray();
    var truths = systems.stream().mapToDouble(PickOfOne::worth).toArray();
    var worth =
        systems.stream()
            .filter(row -> row.subject().equals(baseline))
            .mapToDouble(PickOfOne::worth)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("the baseline " + baseline + " is not ranked"));
    return PolicySelection.of(new Policies(estimates, truths), 1, worth, worth, Convention.PAPER)
        .ratio();
  }

  private static double worth(Row ranked) {
    return Objects.requireNonNull(ranked.value(), "a ranked row has a value");
  }
}
