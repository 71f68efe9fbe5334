package palmares.scoring.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// WildBench's WB-Elo, one round: Elo in the order of the battles, with systems that are known from
/// elsewhere held near what is known of them.
///
/// A battle of two known systems is skipped. A known system does not move, or, if held loosely, it
/// moves and is drawn half the way back whenever the number of its battles before is a multiple of
/// `interval`: at its first battle too. Source: WildBench `leaderboard/wb_elo.py`,
/// `compute_single_round`; the published numbers are means over 128 random orders.
///
/// @param k largest change by one battle
/// @param known ratings from elsewhere, such as the arena's; others start at 1000
/// @param interval battles between two returns; 0 holds the known ones fast
public record WbElo(double k, Map<String, Double> known, int interval) {

  private static final double START = 1000;
  private static final double SCALE = 400;

  public WbElo {
    if (!(k > 0) || Double.isInfinite(k)) {
      throw new IllegalArgumentException("k must be greater than 0 and finite: " + k);
    }
    if (interval < 0) {
      throw new IllegalArgumentException("interval must be 0 or more: " + interval);
    }
    if (!known.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("known ratings must be finite: " + known);
    }
    known = Map.copyOf(known);
  }

  /// One battle.
  ///
  /// @param outcome 1 when left won, 0 when right won, 0.5 for a tie
  public record Battle(String left, String right, double outcome) {
    public Battle {
      if (left.equals(right)) {
        throw new IllegalArgumentException("a system cannot meet itself: '" + left + "'");
      }
      if (!(outcome >= 0 && outcome <= 1)) {
        throw new IllegalArgumentException("an outcome must be in [0, 1]: " + outcome);
      }
    }
  }

  /// The ratings after all battles, by system.
  public Map<String, Double> ratings(List<Battle> battles) {
    var ratings = new TreeMap<String, Double>();
    var met = new HashMap<String, Integer>();
    for (var battle : battles) {
      double left = ratings.computeIfAbsent(battle.left(), this::start);
      double right = ratings.computeIfAbsent(battle.right(), this::start);
      if (known.containsKey(battle.left()) && known.containsKey(battle.right())) {
        continue;
      }
      var expected = 1 / (1 + Math.pow(10, (right - left) / SCALE));
      var change = k * (battle.outcome() - expected);
      ratings.put(battle.left(), moved(battle.left(), left, change, met));
      ratings.put(battle.right(), moved(battle.right(), right, -change, met));
    }
    return ratings;
  }

  private double moved(String system, double rating, double change, Map<String, Integer> met) {
    var anchor = known.get(system);
    if (anchor == null) {
      return rating + change;
    }
    if (interval == 0) {
      return rating;
    }
    int before = met.merge(system, 1, Integer::sum) - 1;
    return before % interval == 0 ? (rating + change + anchor) / 2 : rating + change;
  }

  private double start(String system) {
    return known.getOrDefault(system, START);
  }
}
