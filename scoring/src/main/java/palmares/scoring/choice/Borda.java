package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The sum over orders of how many systems stand below, a tie counting half (mid-ranks).
///
/// Free of the scales of the criteria, but one more system can turn two others round.
@AutoService(RankingMethod.class)
public final class Borda implements ChoiceMethod {

  @Override
  public String id() {
    return "borda";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "sum over columns of (systems below + half of those equal)",
        "J.-C. de Borda, Memoire sur les elections au scrutin (1781)",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>());
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    return Outcome.of(
        IntStream.range(0, ballots.size())
            .mapToDouble(system ->
                IntStream.range(0, ballots.values().length)
                    .mapToDouble(ballot -> ballots.beaten(ballot, system))
                    .sum())
            .toArray());
  }
}
