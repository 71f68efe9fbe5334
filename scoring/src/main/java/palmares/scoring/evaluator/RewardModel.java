package palmares.scoring.evaluator;

import java.util.List;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// A model that gives one response a scalar. Rewards compare only within one model version.
public non-sealed interface RewardModel extends Evaluator {

  /// One reward for each item, in order; the same for an item whatever else is in the list.
  List<Reward> rewards(List<Item> items);

  /// A response that is not empty, with the example it answers.
  record Item(Example example, Gold gold, Response response) {}

  /// @param value finite; without a meaning of its own outside its model version
  record Reward(double value) {
    public Reward {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a reward must be finite: " + value);
      }
    }
  }
}
