package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// Borda within each category, then Borda over the categories: the sum over categories of how many
/// systems have a smaller Borda sum there, a tie counting half.
///
/// A category of many examples weighs no more than one of few. An example of several categories
/// counts in each; all without one are a category together.
@AutoService(RankingMethod.class)
public final class TwoLevelBorda implements ChoiceMethod {

  @Override
  public String id() {
    return "two-level-borda";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "sum over categories of the systems below by the sum of systems below within the category;"
            + " a tie counts half",
        "P. Colombo et al., What are the best systems? New perspectives on NLP benchmarking (2022)",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>());
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    var sums = new TreeMap<String, double[]>();
    for (var ballot = 0; ballot < ballots.values().length; ballot++) {
      var own = ballots.categories().get(ballot);
      for (var category : own.isEmpty() ? List.of("") : own) {
        var sum = sums.computeIfAbsent(category, name -> new double[ballots.size()]);
        for (var system = 0; system < sum.length; system++) {
          sum[system] += ballots.beaten(ballot, system);
        }
      }
    }
    var byCategory =
        new Ballots(ballots.systems(), sums.values().toArray(double[][]::new), List.of());
    return new Outcome(
        new Borda().outcome(byCategory, settings).values(),
        List.of("%d categories".formatted(sums.size())));
  }
}
