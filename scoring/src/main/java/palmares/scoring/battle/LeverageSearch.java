package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import palmares.scoring.algebra.Cholesky;

/// Looks for the battles of [Leverage].
final class LeverageSearch {

  /// The rivals tried: those that seem to need the fewest battles.
  private static final int RIVALS = 3;

  private static final double ROUNDING = 1e-9;

  private final Battles battles;
  private final String[] names;
  private final List<Rows> groups;
  private final PairCounts counts;
  private final double[] theta;
  private final int first;

  LeverageSearch(Battles battles, int[] ranked) {
    this.battles = battles;
    names = Arrays.stream(ranked).mapToObj(battles.systems()::get).toArray(String[]::new);
    groups = groups(battles, ranked);
    counts = counted();
    theta = NewtonFit.of(counts).model().theta();
    first = IntStream.range(0, theta.length).boxed().max(byStrength()).orElseThrow();
  }

  /// Battles that move the strengths alike, the left system having the smaller place.
  private record Rows(int left, int right, double outcome, double weight, List<Integer> rows) {}

  private record Key(int left, int right, double outcome, double weight) {}

  /// How many rows of each group go.
  private record Removal(int rival, int[] taken, int size) {}

  Optional<Leverage> found() {
    var model = new PairModel(counts, theta);
    var estimates =
        IntStream.range(0, names.length).mapToDouble(rival -> estimated(model, rival)).toArray();
    return IntStream.range(0, names.length)
        .filter(rival -> rival != first)
        .boxed()
        .sorted(Comparator.comparingDouble(rival -> estimates[rival]))
        .limit(RIVALS)
        .flatMap(rival -> Optional.ofNullable(removal(rival)).stream())
        .min(Comparator.comparingInt(Removal::size).thenComparing(found -> names[found.rival()]))
        .map(this::named);
  }

  /// The battles a rival needs if each moved the strengths as on all battles, and if those of the
  /// group that gains most were without end.
  private double estimated(PairModel model, int rival) {
    var most = Arrays.stream(gains(model, rival)).max().orElse(0);
    return most > 0 ? (theta[first] - theta[rival]) / most : Double.POSITIVE_INFINITY;
  }

  private @Nullable Removal removal(int rival) {
    var left =
        new PairCounts(Arrays.stream(counts.wins()).map(double[]::clone).toArray(double[][]::new));
    var taken = new int[groups.size()];
    var model = new PairModel(left, theta);
    while (model.theta()[rival] - model.theta()[first] <= ROUNDING) {
      var gains = gains(model, rival);
      var lead = model.theta()[first] - model.theta()[rival];
      if (!takeBest(left, taken, gains, lead)) {
        return null;
      }
      model = NewtonFit.of(left).model();
    }
    return new Removal(rival, taken, Arrays.stream(taken).sum());
  }

  /// Takes rows of the group that gains most and can be spared; half as many as should do, since
  /// each moves the strengths a little otherwise than the last.
  private boolean takeBest(PairCounts left, int[] taken, double[] gains, double lead) {
    var open = gains.clone();
    for (var k = best(open, taken); k >= 0; k = best(open, taken)) {
      var spare = groups.get(k).rows().size() - taken[k];
      var wanted = (int) Math.clamp(Math.floor(lead / gains[k] / 2), 1, spare);
      for (var rows : wanted > 1 ? new int[] {wanted, 1} : new int[] {1}) {
        take(left, groups.get(k), rows);
        if (Separation.of(left).ranked().length == names.length) {
          taken[k] += rows;
          return true;
        }
        take(left, groups.get(k), -rows);
      }
      open[k] = 0;
    }
    return false;
  }

  /// The group with rows left that gains most, -1 if none gains anything.
  private int best(double[] gains, int[] taken) {
    var best = -1;
    for (var k = 0; k < gains.length; k++) {
      var isBetter = gains[k] > (best < 0 ? 0 : gains[best]);
      best = isBetter && taken[k] < groups.get(k).rows().size() ? k : best;
    }
    return best;
  }

  private static void take(PairCounts from, Rows group, int rows) {
    var weight = rows * group.weight();
    put(from, group.left(), group.right(), weight * group.outcome());
    put(from, group.right(), group.left(), weight * (1 - group.outcome()));
  }

  // A remainder of rounding would pass for a win that links two systems.
  private static void put(PairCounts from, int winner, int loser, double share) {
    var left = from.wins()[winner][loser] - share;
    from.wins()[winner][loser] = left < ROUNDING ? 0 : left;
  }

  /// By how much the lead over a rival shrinks without one row of each group, to first order.
  private double[] gains(PairModel model, int rival) {
    var direction = new double[names.length];
    direction[first] = 1;
    direction[rival] = -1;
    var moved = Cholesky.of(Gauge.zeroSum(model.information())).orElseThrow().solve(direction);
    return groups.stream()
        .mapToDouble(group -> {
          var surprise = group.outcome() - model.chances()[group.left()][group.right()];
          return group.weight() * surprise * (moved[group.left()] - moved[group.right()]);
        })
        .toArray();
  }

  private Leverage named(Removal removal) {
    var removed = new ArrayList<Leverage.Group>();
    for (var k = 0; k < groups.size(); k++) {
      var group = groups.get(k);
      if (removal.taken()[k] > 0) {
        removed.add(
            new Leverage.Group(
                names[group.left()],
                names[group.right()],
                group.outcome(),
                group.rows().subList(0, removal.taken()[k])));
      }
    }
    var all = groups.stream().mapToInt(group -> group.rows().size()).sum();
    return new Leverage(names[first], names[removal.rival()], all, removed);
  }

  private PairCounts counted() {
    var wins = new double[names.length][names.length];
    for (var group : groups) {
      var weight = group.rows().size() * group.weight();
      wins[group.left()][group.right()] += weight * group.outcome();
      wins[group.right()][group.left()] += weight * (1 - group.outcome());
    }
    return new PairCounts(wins);
  }

  private static List<Rows> groups(Battles battles, int[] ranked) {
    var place = new int[battles.systems().size()];
    Arrays.fill(place, -1);
    for (var k = 0; k < ranked.length; k++) {
      place[ranked[k]] = k;
    }
    var groups = new LinkedHashMap<Key, List<Integer>>();
    for (var row = 0; row < battles.size(); row++) {
      var left = place[battles.left(row)];
      var right = place[battles.right(row)];
      var outcome = battles.outcome(row);
      if (left >= 0 && right >= 0) {
        var key =
            left < right
                ? new Key(left, right, outcome, battles.weight(row))
                : new Key(right, left, 1 - outcome, battles.weight(row));
        groups.computeIfAbsent(key, each -> new ArrayList<>()).add(row);
      }
    }
    return groups.entrySet().stream()
        .map(each -> {
          var key = each.getKey();
          return new Rows(key.left(), key.right(), key.outcome(), key.weight(), each.getValue());
        })
        .toList();
  }

  private Comparator<Integer> byStrength() {
    return Comparator.<Integer>comparingDouble(k -> theta[k])
        .thenComparing(k -> names[k], Comparator.reverseOrder());
  }
}
