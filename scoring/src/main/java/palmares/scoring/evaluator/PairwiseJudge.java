package palmares.scoring.evaluator;

import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// Compares two responses to the same example in the one order in which they are shown. Whoever
/// asks shows both orders; [palmares.scoring.battle.SettleRule] makes one battle of the two
/// answers.
///
/// What is decided by rules is a final class with a public constructor without arguments, found by
/// `@AutoService(PairwiseJudge.class)`.
public non-sealed interface PairwiseJudge extends Evaluator {

  /// Who or what decides, in words for people who read rankings.
  String summary();

  /// The preference between two responses that are both there and not empty.
  ///
  /// @throws IllegalArgumentException if the gold lacks what this judge decides by, naming it
  Preference prefer(Example example, Gold gold, Response first, Response second);
}
