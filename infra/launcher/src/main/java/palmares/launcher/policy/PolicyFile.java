package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.policy.PolicySelection.Convention;
import palmares.scoring.policy.PolicySelection.Policies;

/// Policies in a CSV file, a row each: the first column names the policy, `truth` holds what it is
/// worth, other columns what estimators say.
///
/// @param baseline a number, or the name of a policy of the file
record PolicyFile(CsvTable table, String truth, String baseline, OptionalInt baselineRow) {

  static PolicyFile read(Path path, String truth, String baseline) {
    var table = CsvTable.read(path, "file of policies");
    table.column(truth);
    var row =
        IntStream.range(0, table.rows().size())
            .filter(k -> table.rows().get(k).cells().getFirst().strip().equals(baseline))
            .findFirst();
    return new PolicyFile(table, truth, baseline, row);
  }

  /// @throws CommandFailure if the baseline is neither a policy nor a number
  double baselineValue() {
    if (baselineRow.isPresent()) {
      return table.required(table.rows().get(baselineRow.getAsInt()), table.column(truth));
    }
    try {
      var value = Double.parseDouble(baseline);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw CommandFailure.badInput(wrongBaseline(), e);
    }
    throw CommandFailure.badInput(wrongBaseline());
  }

  /// The columns that hold estimates: those named, or all whose name starts with `est_`.
  List<String> estimators(List<String> named) {
    var found =
        named.isEmpty()
            ? table.header().stream().filter(name -> name.startsWith("est_")).toList()
            : named;
    if (found.isEmpty()) {
      throw CommandFailure.badInput(
          "%s has no column that starts with est_; name them by --estimates: there are %s"
              .formatted(table.path(), table.header()));
    }
    found.forEach(table::column);
    return found;
  }

  /// The policies to choose from. A policy that is the baseline is one of them in the paper alone.
  Policies policies(String estimator, Convention convention) {
    var rows =
        IntStream.range(0, table.rows().size())
            .filter(k ->
                convention == Convention.PAPER
                    || baselineRow.isEmpty()
                    || k != baselineRow.getAsInt())
            .mapToObj(table.rows()::get)
            .toList();
    var estimates = table.column(estimator);
    var truths = table.column(truth);
    return new Policies(
        rows.stream().mapToDouble(row -> table.required(row, estimates)).toArray(),
        rows.stream().mapToDouble(row -> table.required(row, truths)).toArray());
  }

  private String wrongBaseline() {
    return "--baseline must be a number or a policy of %s: '%s'".formatted(table.path(), baseline);
  }
}
