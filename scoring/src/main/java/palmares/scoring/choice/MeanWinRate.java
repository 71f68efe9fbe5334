package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The mean over orders of the share of the other systems that stand below, a tie counting half.
///
/// `compat` = `helm` leaves a gap out of its column instead, so that a system is compared where it
/// has values only: whoever leaves out what it is bad at gains by that.
@AutoService(RankingMethod.class)
public final class MeanWinRate implements ChoiceMethod {

  @Override
  public String id() {
    return "mean-win-rate";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "mean over columns of (systems below + half of those equal) / (systems - 1)",
        "HELM summarize.py, compute_aggregate_row_win_rates",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>(Map.of("compat", "helm: gaps and columns of one value are left out (none)")));
  }

  @Override
  public Settings complete(Settings given) {
    return given.with("compat", given.choice("compat", "none", Set.of("none", "helm")));
  }

  @Override
  public boolean takesGaps(Settings complete) {
    return isHelm(complete) || complete.text("gaps").equals("worst");
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    var values =
        IntStream.range(0, ballots.size())
            .mapToDouble(system ->
                IntStream.range(0, ballots.values().length)
                    .filter(ballot -> !isHelm(settings) || isCompared(ballots, ballot, system))
                    .mapToDouble(ballot -> share(ballots, ballot, system, isHelm(settings)))
                    .average()
                    .orElse(Double.NaN))
            .toArray();
    return isHelm(settings)
        ? new Outcome(values, List.of("as HELM: gaps are left out, so that they can pay"))
        : Outcome.of(values);
  }

  private static double share(Ballots ballots, int ballot, int system, boolean leavesGapsOut) {
    var gaps = leavesGapsOut ? gaps(ballots, ballot) : 0;
    return (ballots.beaten(ballot, system) - gaps) / (ballots.size() - 1 - gaps);
  }

  private static boolean isCompared(Ballots ballots, int ballot, int system) {
    return !ballots.isGap(ballot, system) && ballots.size() - gaps(ballots, ballot) > 1;
  }

  private static int gaps(Ballots ballots, int ballot) {
    return (int)
        IntStream.range(0, ballots.size()).filter(system -> ballots.isGap(ballot, system)).count();
  }

  private static boolean isHelm(Settings settings) {
    return settings.text("compat").equals("helm");
  }
}
