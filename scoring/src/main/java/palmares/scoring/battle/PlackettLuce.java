package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Strengths from orders of any number of systems, or from the best of any set: out of a set,
/// system i is chosen with probability `p_i / sum of p over the set`, and an order is a choice of
/// its first, then of its second out of the rest, and so on.
///
/// The exact maximum of the likelihood by Hunter's iteration; the rating is `1000 + 400 log10 p`
/// with geometric mean 1. With sets of two it is Bradley-Terry without ties. Systems without a
/// finite maximum are unranked, with the reason. It has no intervals.
///
/// Sources: R. Plackett, The Analysis of Permutations, Applied Statistics 24 (1975); D. Hunter, MM
/// Algorithms for Generalized Bradley-Terry Models, Annals of Statistics 32 (2004).
public final class PlackettLuce {

  private static final String METHOD = "plackett-luce@1";
  private static final double ELO = 400 / Math.log(10);
  private static final int MOST_ROUNDS = 100_000;
  private static final double TOLERANCE = 1e-13;

  private final List<String> systems;
  private final List<int[]> choices; // the chosen one first

  private PlackettLuce(List<String> systems, List<int[]> choices) {
    this.systems = systems;
    this.choices = choices;
  }

  /// The best of a set.
  ///
  /// @param rest the others of the set, one or more
  public record Choice(String best, List<String> rest) {
    public Choice {
      rest = List.copyOf(rest);
      var all = new HashSet<>(rest);
      if (rest.isEmpty() || all.size() < rest.size() || all.contains(best)) {
        throw new IllegalArgumentException(
            "a choice needs two systems or more, each once: '%s' of %s".formatted(best, rest));
      }
    }
  }

  /// The choices that an order is made of.
  ///
  /// @param order best first, two or more
  public static List<Choice> choices(List<String> order) {
    var choices = new ArrayList<Choice>();
    for (var k = 0; k < order.size() - 1; k++) {
      choices.add(new Choice(order.get(k), order.subList(k + 1, order.size())));
    }
    return choices;
  }

  public static Ranking rank(List<Choice> choices) {
    var places = new LinkedHashMap<String, Integer>();
    var packed = new ArrayList<int[]>();
    for (var choice : choices) {
      var set = new int[choice.rest().size() + 1];
      set[0] = place(places, choice.best());
      for (var k = 1; k < set.length; k++) {
        set[k] = place(places, choice.rest().get(k - 1));
      }
      packed.add(set);
    }
    return new PlackettLuce(List.copyOf(places.keySet()), packed).ranking();
  }

  private static int place(Map<String, Integer> places, String name) {
    places.putIfAbsent(name, places.size());
    return places.getOrDefault(name, 0);
  }

  private Ranking ranking() {
    var separation = Separation.of(beaten());
    var members = new boolean[systems.size()];
    for (var member : separation.ranked()) {
      members[member] = true;
    }
    var core = among(members);
    var strengths = new double[systems.size()];
    var fit = fit(core, members, strengths);
    var standings = new ArrayList<RankRanges.Standing>();
    for (var member : separation.ranked()) {
      standings.add(
          new RankRanges.Standing(
              systems.get(member),
              1000 + ELO * Math.log(strengths[member]),
              Optional.empty(),
              Map.of()));
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    separation
        .reasons()
        .forEach((index, reason) ->
            ratings.add(
                new Rating.Unranked(systems.get(index), reason, Optional.empty(), Map.of())));
    return new Ranking(METHOD, Settings.NONE, ratings, fit, List.of(CountedMethod.NO_INTERVAL));
  }

  /// Who was chosen before whom: what the existence of a maximum depends on.
  private PairCounts beaten() {
    var wins = new double[systems.size()][systems.size()];
    for (var set : choices) {
      for (var k = 1; k < set.length; k++) {
        wins[set[0]][set[k]]++;
      }
    }
    return new PairCounts(wins);
  }

  /// The choices among some systems alone.
  private List<int[]> among(boolean[] members) {
    var core = new ArrayList<int[]>();
    for (var set : choices) {
      var kept = Arrays.stream(set).filter(system -> members[system]).toArray();
      if (members[set[0]] && kept.length > 1) {
        core.add(kept);
      }
    }
    return core;
  }

  private static Fit fit(List<int[]> core, boolean[] members, double[] strengths) {
    var chosen = new double[strengths.length];
    core.forEach(set -> chosen[set[0]]++);
    Arrays.fill(strengths, 1);
    var change = core.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
    var slope = 0.0;
    var rounds = 0;
    while (change > TOLERANCE && rounds < MOST_ROUNDS) {
      var offered = new double[strengths.length];
      for (var set : core) {
        var total = 0.0;
        for (var system : set) {
          total += strengths[system];
        }
        for (var system : set) {
          offered[system] += 1 / total;
        }
      }
      change = 0;
      slope = 0;
      var logs = 0.0;
      var count = 0;
      for (var i = 0; i < strengths.length; i++) {
        if (members[i]) {
          var next = chosen[i] / offered[i];
          change = Math.max(change, Math.abs(next / strengths[i] - 1));
          slope = Math.max(slope, Math.abs(chosen[i] - strengths[i] * offered[i]));
          strengths[i] = next;
          logs += Math.log(next);
          count++;
        }
      }
      for (var i = 0; i < strengths.length; i++) {
        strengths[i] /= Math.exp(logs / count);
      }
      rounds++;
    }
    return new Fit(change <= TOLERANCE, rounds, slope);
  }
}
