package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// How many other systems a system beats on more orders than it loses to them, an even split
/// counting half. Who beats all others is the Condorcet winner, and is named.
@AutoService(RankingMethod.class)
public final class Copeland implements ChoiceMethod {

  @Override
  public String id() {
    return "copeland";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "systems that i is better than on more columns than it is worse, an even split counts half;"
            + " who beats all others is the Condorcet winner",
        "A. Copeland, A Reasonable Social Welfare Function (1951); Condorcet (1785)",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>());
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    var over = ballots.majorities();
    var values =
        IntStream.range(0, ballots.size()).mapToDouble(system -> beaten(over, system)).toArray();
    var winner =
        IntStream.range(0, ballots.size())
            .filter(system -> isWinner(over, system))
            .mapToObj(ballots.systems()::get)
            .findAny()
            .map(name -> "Condorcet winner: " + name)
            .orElse("no Condorcet winner: nobody beats all others");
    return new Outcome(values, List.of(winner));
  }

  private static double beaten(double[][] over, int system) {
    return IntStream.range(0, over.length)
        .filter(other -> other != system)
        .mapToDouble(other -> (1 + Math.signum(over[system][other] - over[other][system])) / 2)
        .sum();
  }

  private static boolean isWinner(double[][] over, int system) {
    return IntStream.range(0, over.length)
        .allMatch(other -> other == system || over[system][other] > over[other][system]);
  }
}
