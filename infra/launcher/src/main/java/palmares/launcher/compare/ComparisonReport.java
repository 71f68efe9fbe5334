package palmares.launcher.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palmares.launcher.compare.ComparedSystems.Pair;
import palmares.launcher.table.Report;

/// Comparisons as the rows of a table that other programs read.
final class ComparisonReport {

  private static final List<String> COLUMNS =
      List.of(
          "left",
          "right",
          "examples",
          "difference",
          "low",
          "high",
          "better",
          "worse",
          "ties",
          "detectable",
          "permutationP",
          "signP",
          "holmP",
          "benjaminiHochbergQ");

  private ComparisonReport() {}

  static Report of(ComparedSystems compared) {
    var rows = new ArrayList<List<@Nullable Object>>();
    compared.pairs().forEach(pair -> rows.add(row(pair)));
    return new Report("paired@1", Map.of(), Optional.empty(), COLUMNS, rows, List.of());
  }

  private static List<@Nullable Object> row(Pair pair) {
    var found = pair.deciding();
    var interval = found.interval();
    return Arrays.asList(
        pair.left(),
        pair.right(),
        found.examples(),
        found.difference(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        found.signs().better(),
        found.signs().worse(),
        found.signs().ties(),
        found.detectable(),
        found.permutation().p(),
        found.signs().p(),
        pair.p(),
        pair.q());
  }
}
