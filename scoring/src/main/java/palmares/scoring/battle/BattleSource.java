package palmares.scoring.battle;

import java.util.List;

/// Where battles come from, in the three forms that rankings need them in: one after the other,
/// counted by pair, and as the spread of what is left over once a model has explained them.
sealed interface BattleSource permits Battles, TableBattles {

  /// All systems, each with an index from 0 by its place in this list.
  List<String> systems();

  /// The battles counted by pair.
  PairCounts counts();

  /// Only the battles between these systems, which get new indices in the order given.
  BattleSource among(int[] members);

  /// True when battles share clusters, so that they are not independent.
  boolean isClustered();

  /// The spread of the residuals under these chances of winning.
  ///
  /// @param chances `[i][j]` = probability that system i beats system j
  /// @param clustered whether the battles of a cluster count as one observation, or each as its own
  Spread spread(double[][] chances, boolean clustered);

  /// What a bootstrap draws.
  ///
  /// @param clustered whether the battles of a cluster are drawn together, or each by itself
  Units units(boolean clustered);

  /// Visits every battle in order.
  void forEach(Visitor visitor);

  /// What is called for each battle.
  interface Visitor {

    /// @param outcome 1 when left won, 0 when right won, 0.5 for a tie
    void battle(int left, int right, double outcome, double weight);
  }
}
