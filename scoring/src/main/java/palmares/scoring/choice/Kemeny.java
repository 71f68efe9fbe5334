package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The order of the systems that agrees with most of the pairs that the given orders contain; the
/// value of a system is how many stand below it.
///
/// Exact for up to 20 systems. Where several orders agree equally well, the value is the mean over
/// all of them, so that no name decides. Beyond 20 the order is one that no move of one system
/// betters, systems that all pairs hold for the same share the mean of their places, and the notes
/// say how many agreements no order can exceed.
@AutoService(RankingMethod.class)
public final class Kemeny implements ChoiceMethod {

  @Override
  public String id() {
    return "kemeny";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "the order with the most agreements, the sum over its pairs (i above j) of the columns in"
            + " which i is better than j; value = systems below; exact to %d systems"
                .formatted(KemenyOrders.MOST_SYSTEMS),
        "J. Kemeny, Mathematics Without Numbers, Daedalus 88 (1959); P. Young, Condorcet's Theory of"
            + " Voting (1988)",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>());
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    var over = ballots.majorities();
    if (over.length <= KemenyOrders.MOST_SYSTEMS) {
      var orders = KemenyOrders.of(over);
      var notes = new ArrayList<String>();
      notes.add("agreements: %s of %s".formatted(whole(orders.agreements()), whole(total(over))));
      if (orders.count() > 1) {
        notes.add(
            "%s orders agree equally well: the value is the mean over them"
                .formatted(whole(orders.count())));
      }
      return new Outcome(orders.below(), notes);
    }
    return searched(ballots, over);
  }

  private static Outcome searched(Ballots ballots, double[][] over) {
    var borda = new Borda().outcome(ballots, Settings.NONE).values();
    var start =
        IntStream.range(0, over.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -borda[i])
                    .thenComparing(ballots.systems()::get))
            .toList();
    var order = bettered(new ArrayList<>(start), over);
    var values = new double[over.length];
    for (var place = 0; place < order.size(); place++) {
      values[order.get(place)] = over.length - 1.0 - place;
    }
    share(values, over);
    return new Outcome(
        values,
        List.of(
            "agreements: %s of %s; no order has more than %s: not sure to be the best order"
                .formatted(
                    whole(agreements(order, over)), whole(total(over)), whole(bound(over)))));
  }

  /// Systems that can trade places in any order for nothing have the mean of their values.
  private static void share(double[] values, double[][] over) {
    var isDone = new boolean[values.length];
    for (var i = 0; i < values.length; i++) {
      if (!isDone[i]) {
        var first = i;
        var alike =
            IntStream.range(i, values.length).filter(j -> isAlike(over, first, j)).toArray();
        var mean = Arrays.stream(alike).mapToDouble(j -> values[j]).average().orElseThrow();
        for (var j : alike) {
          values[j] = mean;
          isDone[j] = true;
        }
      }
    }
  }

  private static boolean isAlike(double[][] over, int i, int j) {
    return over[i][j] == over[j][i]
        && IntStream.range(0, over.length)
            .filter(k -> k != i && k != j)
            .allMatch(k -> over[i][k] == over[j][k] && over[k][i] == over[k][j]);
  }

  /// Moves one system at a time for as long as that adds agreements.
  private static List<Integer> bettered(List<Integer> order, double[][] over) {
    var moved = true;
    while (moved) {
      moved = false;
      for (var from = 0; from < order.size(); from++) {
        var to = bestPlace(order, over, from);
        if (to != from) {
          order.add(to, order.remove(from));
          moved = true;
        }
      }
    }
    return order;
  }

  private static int bestPlace(List<Integer> order, double[][] over, int from) {
    var system = order.get(from);
    var best = from;
    var most = 0.0;
    for (var direction = -1; direction <= 1; direction += 2) {
      var gain = 0.0;
      for (var to = from + direction; to >= 0 && to < order.size(); to += direction) {
        var other = order.get(to);
        gain += direction * (over[other][system] - over[system][other]);
        if (gain > most) {
          most = gain;
          best = to;
        }
      }
    }
    return best;
  }

  private static double agreements(List<Integer> order, double[][] over) {
    var sum = 0.0;
    for (var i = 0; i < order.size(); i++) {
      for (var j = i + 1; j < order.size(); j++) {
        sum += over[order.get(i)][order.get(j)];
      }
    }
    return sum;
  }

  private static double bound(double[][] over) {
    var sum = 0.0;
    for (var i = 0; i < over.length; i++) {
      for (var j = i + 1; j < over.length; j++) {
        sum += Math.max(over[i][j], over[j][i]);
      }
    }
    return sum;
  }

  private static double total(double[][] over) {
    var sum = 0.0;
    for (var row : over) {
      for (var each : row) {
        sum += each;
      }
    }
    return sum;
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
