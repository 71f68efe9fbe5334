package arena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The formulas of Elo and Bradley-Terry written down as they stand in books, to hold speed and
/// numbers against.
final class Naive {

  record Battle(String left, String right, double outcome) {}

  private Naive() {}

  static List<Battle> battles(Votes votes) {
    var battles = new ArrayList<Battle>();
    for (var vote = 0; vote < votes.left().length; vote++) {
      battles.add(
          new Battle(
              votes.names().get(votes.left()[vote]),
              votes.names().get(votes.right()[vote]),
              votes.outcome()[vote]));
    }
    return battles;
  }

  static Map<String, Double> elo(List<Battle> battles) {
    var ratings = new HashMap<String, Double>();
    for (var battle : battles) {
      double left = ratings.getOrDefault(battle.left(), 1000.0);
      double right = ratings.getOrDefault(battle.right(), 1000.0);
      var change = 4 * (battle.outcome() - 1 / (1 + Math.pow(10, (right - left) / 400)));
      ratings.put(battle.left(), left + change);
      ratings.put(battle.right(), right - change);
    }
    return ratings;
  }

  static Map<String, Double> wins(List<Battle> battles) {
    var wins = new HashMap<String, Double>();
    for (var battle : battles) {
      wins.merge(battle.left(), battle.outcome(), Double::sum);
      wins.merge(battle.right(), 1 - battle.outcome(), Double::sum);
    }
    return wins;
  }

  /// Zermelo's iteration, `p_i <- wins_i / sum n_ij / (p_i + p_j)`, until no rating moves by 0.001.
  static Map<String, Double> bradleyTerry(List<Battle> battles) {
    var wins = wins(battles);
    var games = new HashMap<String, Map<String, Double>>();
    for (var battle : battles) {
      games.computeIfAbsent(battle.left(), n -> new HashMap<>()).merge(battle.right(), 1.0, Double::sum);
      games.computeIfAbsent(battle.right(), n -> new HashMap<>()).merge(battle.left(), 1.0, Double::sum);
    }
    var strengths = new HashMap<String, Double>();
    wins.keySet().forEach(name -> strengths.put(name, 1.0));
    var moved = 1.0;
    while (moved > 0.001) {
      moved = 0;
      for (var name : wins.keySet()) {
        var sum = 0.0;
        for (var other : games.get(name).entrySet()) {
          sum += other.getValue() / (strengths.get(name) + strengths.get(other.getKey()));
        }
        var next = wins.get(name) / sum;
        moved = Math.max(moved, 400 * Math.abs(Math.log10(next / strengths.get(name))));
        strengths.put(name, next);
      }
    }
    var mean = strengths.values().stream().mapToDouble(Math::log10).average().orElse(0);
    strengths.replaceAll((name, strength) -> 1000 + 400 * (Math.log10(strength) - mean));
    return strengths;
  }
}
