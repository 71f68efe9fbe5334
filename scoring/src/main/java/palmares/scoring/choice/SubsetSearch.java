package palmares.scoring.choice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import palmares.scoring.choice.FairSubset.Rule;

/// Looks for the sets of [FairSubset].
final class SubsetSearch {

  private static final double MOST_SETS = 2_000_000;

  private final Ballots ballots;
  private final List<String> groups;
  private final int finalists;
  private final Rule rule;
  private final double[][] worth; // by ballot, then system

  SubsetSearch(Ballots ballots, List<String> groups, int finalists, Rule rule) {
    this.ballots = ballots;
    this.groups = groups;
    this.finalists = finalists;
    this.rule = rule;
    worth =
        IntStream.range(0, ballots.values().length)
            .mapToObj(ballot ->
                IntStream.range(0, ballots.size())
                    .mapToDouble(system -> worth(ballot, system))
                    .toArray())
            .toArray(double[][]::new);
  }

  /// @param members ascending
  record Found(int[] members, double value, boolean isExact) {}

  Found best(Map<String, Integer> least) {
    if (rule == Rule.CHAMBERLIN_COURANT && sets() <= MOST_SETS) {
      return new Enumeration(least).found();
    }
    var chosen = new boolean[ballots.size()];
    for (var count = 0; count < finalists; count++) {
      chosen[next(chosen, count, least)] = true;
    }
    var members = IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
    return new Found(members, value(members), rule != Rule.CHAMBERLIN_COURANT);
  }

  /// The system that adds most of those that leave room for the quotas; of equal ones the first by
  /// name.
  private int next(boolean[] chosen, int count, Map<String, Integer> least) {
    var open = new HashMap<>(least);
    for (var i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        open.computeIfPresent(groups.get(i), (group, left) -> Math.max(0, left - 1));
      }
    }
    var reserved = open.values().stream().mapToInt(Integer::intValue).sum();
    var mustServe = reserved == finalists - count;
    var members = IntStream.range(0, chosen.length).filter(i -> chosen[i]).toArray();
    return IntStream.range(0, chosen.length)
        .filter(i -> !chosen[i] && (!mustServe || open.getOrDefault(groups.get(i), 0) > 0))
        .boxed()
        .max(
            Comparator.<Integer>comparingDouble(i -> value(with(members, i)))
                .thenComparing(ballots.systems()::get, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static int[] with(int[] members, int added) {
    var larger = Arrays.copyOf(members, members.length + 1);
    larger[members.length] = added;
    return larger;
  }

  private double value(int[] members) {
    var sum = 0.0;
    for (var ballot : worth) {
      var most = 0.0;
      for (var member : members) {
        sum += rule == Rule.CHAMBERLIN_COURANT ? 0 : ballot[member];
        most = Math.max(most, ballot[member]);
      }
      sum += rule == Rule.CHAMBERLIN_COURANT ? most : 0;
    }
    return sum;
  }

  private double worth(int ballot, int system) {
    return switch (rule) {
      case SNTV -> amongBest(ballot, system, 1);
      case BLOC -> amongBest(ballot, system, finalists);
      case BORDA, CHAMBERLIN_COURANT -> ballots.beaten(ballot, system);
    };
  }

  /// 1 for a system among the first so many of a ballot; those tied at the border share its places.
  private double amongBest(int ballot, int system, int places) {
    var values = ballots.values()[ballot];
    var above = Arrays.stream(values).filter(value -> value > values[system]).count();
    var equal = Arrays.stream(values).filter(value -> value == values[system]).count();
    return Math.clamp((double) (places - above) / equal, 0, 1);
  }

  private double sets() {
    var sets = 1.0;
    for (var k = 0; k < finalists; k++) {
      sets *= (double) (ballots.size() - k) / (k + 1);
    }
    return sets;
  }

  /// All sets of so many systems, in the order of their names where they are worth the same.
  private final class Enumeration {

    private final Map<String, Integer> least;
    private final int[] order; // the systems by name
    private final int[] members = new int[finalists];
    private int[] best = new int[0];
    private double most = Double.NEGATIVE_INFINITY;

    Enumeration(Map<String, Integer> least) {
      this.least = least;
      order =
          IntStream.range(0, ballots.size())
              .boxed()
              .sorted(Comparator.comparing(ballots.systems()::get))
              .mapToInt(Integer::intValue)
              .toArray();
    }

    Found found() {
      extend(0, 0);
      Arrays.sort(best);
      return new Found(best, most, true);
    }

    private void extend(int from, int size) {
      if (size == finalists) {
        var value = value(members);
        if (value > most && meetsQuotas()) {
          most = value;
          best = members.clone();
        }
        return;
      }
      for (var k = from; k <= order.length - (finalists - size); k++) {
        members[size] = order[k];
        extend(k + 1, size + 1);
      }
    }

    private boolean meetsQuotas() {
      return least.entrySet().stream()
          .allMatch(quota ->
              Arrays.stream(members)
                      .filter(member -> groups.get(member).equals(quota.getKey()))
                      .count()
                  >= quota.getValue());
    }
  }
}
