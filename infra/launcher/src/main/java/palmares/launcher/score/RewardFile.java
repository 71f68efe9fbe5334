package palmares.launcher.score;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import palmares.launcher.table.CsvTable;
import palmares.launcher.table.CsvTable.Row;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.board.WbReward;
import palmares.scoring.board.WbReward.Counts;

/// Counts of outcomes against baselines, with the rewards that follow.
///
/// @param rewards by penalty, baseline and system
record RewardFile(
    SequencedSet<String> penalties,
    SequencedSet<String> baselines,
    SequencedSet<String> systems,
    boolean hasCategories,
    Map<Key, Rewards> rewards) {

  private static final List<String> OUTCOMES =
      List.of("win_much", "win", "tie", "lose", "lose_much");

  record Key(String penalty, String baseline, String system) {}

  /// @param macro without meaning where the file has no categories
  record Rewards(double all, double macro) {}

  /// @param overTotal divide by all examples in place of the outcomes
  /// @throws CommandFailure naming the line and what was expected
  static RewardFile read(Path path, Map<String, Double> weights, boolean overTotal) {
    var table = CsvTable.read(path, "file of counts");
    var hasCategories = table.header().stream().anyMatch(name -> name.endsWith("|win_much"));
    var rewards = new LinkedHashMap<Key, Rewards>();
    var penalties = new LinkedHashSet<String>();
    var baselines = new LinkedHashSet<String>();
    var systems = new LinkedHashSet<String>();
    for (var row : table.rows()) {
      var key =
          new Key(
              table.header().contains("K") ? text(table, row, "K") : "-1",
              text(table, row, "baseline"),
              text(table, row, "model"));
      if (rewards.put(key, rewards(table, row, weights, overTotal, hasCategories)) != null) {
        throw CommandFailure.badInput(
            "%s:%d: %s against %s stands twice for K %s"
                .formatted(path, row.line(), key.system(), key.baseline(), key.penalty()));
      }
      penalties.add(key.penalty());
      baselines.add(key.baseline());
      systems.add(key.system());
    }
    return new RewardFile(penalties, baselines, systems, hasCategories, rewards);
  }

  /// Those of a system against the baselines it was compared with.
  List<Rewards> rewards(String penalty, String system) {
    return baselines.stream()
        .map(baseline -> rewards.get(new Key(penalty, baseline, system)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Rewards rewards(
      CsvTable table,
      Row row,
      Map<String, Double> weights,
      boolean overTotal,
      boolean hasCategories) {
    try {
      var all = counts(table, row, "");
      var reward =
          overTotal
              ? WbReward.overTotal(all, table.required(row, table.column("total")))
              : WbReward.overJudged(all)
                  .orElseThrow(() -> new IllegalArgumentException("there is no outcome"));
      if (!hasCategories) {
        return new Rewards(reward, 0);
      }
      var counts = new HashMap<String, Counts>();
      weights.keySet().forEach(name -> counts.put(name, counts(table, row, name + "|")));
      return new Rewards(reward, WbReward.byCategory(counts, weights));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(
          "%s:%d: %s".formatted(table.path(), row.line(), e.getMessage()), e);
    }
  }

  private static Counts counts(CsvTable table, Row row, String prefix) {
    var counts =
        OUTCOMES.stream()
            .mapToDouble(name -> table.required(row, table.column(prefix + name)))
            .toArray();
    return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  private static String text(CsvTable table, Row row, String column) {
    return row.cells().get(table.column(column)).strip();
  }
}
