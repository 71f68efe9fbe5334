package palmares.scoring.battle;

import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// A ranking method that reads battles: votes as they are, or battles derived from the values of
/// one evaluator when it is given evidence.
///
/// Derived: every pair of systems on every example, the higher value wins, values that differ by no
/// more than `tie_margin` (default 0) are a tie; the cluster is the example. Under `gaps=unranked`
/// systems with a gap take no part; under `gaps=worst` a gap loses to any value and ties with a
/// gap.
public interface BattleMethod extends RankingMethod {

  /// Ranks all systems of the battles.
  ///
  /// @throws IllegalArgumentException if a setting is unknown or out of its range
  Ranking rank(Battles battles, Settings settings);

  /// What a reader must know to use the method.
  MethodCard card();
}
