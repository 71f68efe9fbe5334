package palmares.scoring.battle;

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

  /// Each battle is a unit.
  static Units ofBattles(Battles battles) {
    var places = new LinkedHashMap<Cell, Integer>();
    var counts = new int[battles.size()];
    for (var row = 0; row < battles.size(); row++) {
      var cell =
          new Cell(
              battles.left(row), battles.right(row), battles.outcome(row), battles.weight(row));
      var place = places.putIfAbsent(cell, places.size());
      counts[place == null ? places.size() - 1 : place]++;
    }
    return ofCells(List.copyOf(places.keySet()), Arrays.copyOf(counts, places.size()));
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
