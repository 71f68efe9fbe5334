package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// What a bootstrap draws, each with the battles that it stands for: single battles, those that are
/// equal in all counted together, or clusters.
///
/// @param multiplicities how many of each unit there are
/// @param battles of one of each unit
record Units(int[] multiplicities, Each battles) {

  /// Visits the battles unit by unit.
  interface Each {
    void forEach(Visitor visitor);
  }

  /// What is called for each battle.
  interface Visitor {

    /// @param outcome 1 when left won, 0 when right won, 0.5 for a tie
    void battle(int unit, int left, int right, double outcome, double weight);
  }

  /// The units of which there is one each.
  static Units distinct(int size, Each battles) {
    var once = new int[size];
    Arrays.fill(once, 1);
    return new Units(once, battles);
  }

  /// Battles that are equal in all.
  record Cell(int left, int right, double outcome, double weight) {}

  /// Cells as units, with how many battles each has.
  static Units ofCells(List<Cell> cells, int[] multiplicities) {
    return new Units(
        multiplicities,
        visitor -> {
          for (var unit = 0; unit < multiplicities.length; unit++) {
            var cell = cells.get(unit);
            visitor.battle(unit, cell.left, cell.right, cell.outcome, cell.weight);
          }
        });
  }

  private record Result(double outcome, double weight) {}

  /// Each battle is a unit.
  static Units ofBattles(Battles battles) {
    // Sorted by number, equal battles stand together; a map of all of them would take far longer.
    var numbers = new long[battles.size()];
    var results = new LinkedHashMap<Result, Integer>();
    var systems = battles.systems().size();
    for (var row = 0; row < numbers.length; row++) {
      var result = new Result(battles.outcome(row), battles.weight(row));
      var known = results.putIfAbsent(result, results.size());
      var pair = (long) battles.left(row) * systems + battles.right(row);
      numbers[row] = pair << Integer.SIZE | (known == null ? results.size() - 1 : known);
    }
    Arrays.sort(numbers);
    var kinds = List.copyOf(results.keySet());
    var cells = new ArrayList<Cell>();
    var counts = new int[numbers.length];
    for (var k = 0; k < numbers.length; k++) {
      if (k == 0 || numbers[k] != numbers[k - 1]) {
        var pair = (int) (numbers[k] >>> Integer.SIZE);
        var result = kinds.get((int) numbers[k]);
        cells.add(new Cell(pair / systems, pair % systems, result.outcome, result.weight));
      }
      counts[cells.size() - 1]++;
    }
    return ofCells(cells, Arrays.copyOf(counts, cells.size()));
  }

  /// The battles of a cluster are a unit.
  static Units ofClusters(Battles battles) {
    var order = battles.byCluster();
    var units = new int[order.length];
    for (var k = 1; k < order.length; k++) {
      var isSame = battles.cluster(order[k]) == battles.cluster(order[k - 1]);
      units[k] = units[k - 1] + (isSame ? 0 : 1);
    }
    return distinct(
        order.length == 0 ? 0 : units[order.length - 1] + 1,
        visitor -> {
          for (var k = 0; k < order.length; k++) {
            var row = order[k];
            visitor.battle(
                units[k],
                battles.left(row),
                battles.right(row),
                battles.outcome(row),
                battles.weight(row));
          }
        });
  }

  int size() {
    return multiplicities.length;
  }
}
