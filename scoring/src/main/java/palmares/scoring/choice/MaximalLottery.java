package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The probability of each system in the lottery that no system beats on more orders than it loses
/// to it, see [Lottery].
///
/// A Condorcet winner has probability 1; in a circle of majorities several share it. Where there is
/// one such lottery alone, copies of a system share its probability and change nothing for the
/// others, which holds for no score that adds up places; of several lotteries the evenest counts
/// copies as it counts others.
@AutoService(RankingMethod.class)
public final class MaximalLottery implements ChoiceMethod {

  @Override
  public String id() {
    return "maximal-lottery";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "probabilities p with sum_i p_i (columns in which i is better than j - columns in which it"
            + " is worse) >= 0 for every j; of several the evenest; to %d systems"
                .formatted(Lottery.MOST_SYSTEMS),
        "P. Fishburn, Probabilistic Social Choice Based on Simple Voting Comparisons (1984)",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>());
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    return new Outcome(
        Lottery.of(ballots.majorities()),
        List.of("the rating is a probability: 0 does not mean equally bad"));
  }
}
