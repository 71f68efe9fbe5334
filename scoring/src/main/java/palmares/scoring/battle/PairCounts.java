package palmares.scoring.battle;

/// Battles counted by pair: all that the likelihood of a Bradley-Terry model depends on.
///
/// @param wins `[i][j]` = total weight of the wins of system i over system j; a tie counts half for
///   either side
record PairCounts(double[][] wins) {

  /// The pair matrix is dense; above this it would not fit into memory.
  static final int MOST_SYSTEMS = 5_000;

  PairCounts {
    if (wins.length > MOST_SYSTEMS) {
      throw new IllegalArgumentException(
          "at most " + MOST_SYSTEMS + " systems can meet in one ranking: " + wins.length);
    }
  }

  int size() {
    return wins.length;
  }

  /// Only the battles between these systems, which get new indices in the order given.
  PairCounts among(int[] members) {
    var kept = new double[members.length][members.length];
    for (var i = 0; i < members.length; i++) {
      for (var j = 0; j < members.length; j++) {
        kept[i][j] = wins[members[i]][members[j]];
      }
    }
    return new PairCounts(kept);
  }

  /// Total weight of the battles between two systems.
  double games(int i, int j) {
    return wins[i][j] + wins[j][i];
  }

  /// Total weight of all wins of a system.
  double won(int i) {
    var sum = 0.0;
    for (var share : wins[i]) {
      sum += share;
    }
    return sum;
  }

  /// Total weight of all losses of a system.
  double lost(int i) {
    var sum = 0.0;
    for (var row : wins) {
      sum += row[i];
    }
    return sum;
  }

  /// Total weight of all battles.
  double total() {
    var sum = 0.0;
    for (var i = 0; i < size(); i++) {
      sum += won(i);
    }
    return sum;
  }
}
