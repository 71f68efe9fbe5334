package palmares.scoring.choice;

import java.util.Arrays;

/// All orders that agree with the most pairs, by dynamic programming over subsets: the best order
/// of a set at the top is the best order of the set without its last member, and that member.
///
/// @param agreements of each of them
/// @param count how many there are
/// @param below for each system the mean over them of how many stand below it
record KemenyOrders(double agreements, double count, double[] below) {

  static final int MOST_SYSTEMS = 20;

  /// @param over `[i][j]` = what placing system i above system j is worth
  static KemenyOrders of(double[][] over) {
    var systems = over.length;
    if (systems > MOST_SYSTEMS) {
      throw new IllegalArgumentException(
          "exact orders need %d systems or fewer: %d".formatted(MOST_SYSTEMS, systems));
    }
    var sets = 1 << systems;
    var best = new double[sets];
    var ways = new double[sets];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    ways[0] = 1;
    for (var set = 0; set < sets; set++) {
      for (var next = 0; next < systems; next++) {
        var larger = set | 1 << next;
        if (larger != set) {
          var reached = best[set] + gain(over, set, next);
          if (reached > best[larger]) {
            best[larger] = reached;
            ways[larger] = 0;
          }
          ways[larger] += reached == best[larger] ? ways[set] : 0;
        }
      }
    }
    return new KemenyOrders(best[sets - 1], ways[sets - 1], below(over, best, ways));
  }

  private static double[] below(double[][] over, double[] best, double[] ways) {
    var systems = over.length;
    var last = best.length - 1;
    var onwards = new double[best.length];
    onwards[last] = 1;
    var below = new double[systems];
    for (var set = last - 1; set >= 0; set--) {
      for (var next = 0; next < systems; next++) {
        var larger = set | 1 << next;
        if (larger != set && best[set] + gain(over, set, next) == best[larger]) {
          onwards[set] += onwards[larger];
          var share = ways[set] * onwards[larger] / ways[last];
          below[next] += share * (systems - 1 - Integer.bitCount(set));
        }
      }
    }
    return below;
  }

  /// What a system adds that is placed right below a set and above all others.
  private static double gain(double[][] over, int set, int system) {
    var sum = 0.0;
    for (var other = 0; other < over.length; other++) {
      sum += ((set | 1 << system) >> other & 1) == 0 ? over[system][other] : 0;
    }
    return sum;
  }
}
