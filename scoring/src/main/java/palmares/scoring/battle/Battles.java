package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Battles in the order they were fought, packed into arrays. Immutable; built by [#builder].
///
/// A battle has a left and a right system, an outcome from 0 (right won) to 1 (left won) with 0.5
/// for a tie, a weight and, where several battles share an example or a rater, the cluster they
/// belong to.
public final class Battles implements BattleSource {

  private final List<String> systems;
  private final int[] left;
  private final int[] right;
  private final double[] outcome;
  private final double[] weight;
  private final int[] cluster; // empty where no battle names one

  private Battles(
      List<String> systems,
      int[] left,
      int[] right,
      double[] outcome,
      double[] weight,
      int[] cluster) {
    this.systems = List.copyOf(systems);
    this.left = left;
    this.right = right;
    this.outcome = outcome;
    this.weight = weight;
    this.cluster = cluster;
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return left.length;
  }

  @Override
  public List<String> systems() {
    return systems;
  }

  @Override
  public boolean isClustered() {
    return cluster.length > 0;
  }

  @Override
  public PairCounts counts() {
    var counts = new PairCounts(new double[systems.size()][systems.size()]);
    forEach((a, b, share, times) -> {
      counts.wins()[a][b] += times * share;
      counts.wins()[b][a] += times * (1 - share);
    });
    return counts;
  }

  /// The outcomes of the games of a system with another from its own side, those of a whole weight
  /// repeated by it.
  ///
  /// @throws IllegalArgumentException if a weight is not whole
  public double[] outcomes(String system, String other) {
    var own = systems.indexOf(system);
    var theirs = systems.indexOf(other);
    var outcomes = DoubleStream.builder();
    for (var k = 0; k < size(); k++) {
      var isLeft = left[k] == own && right[k] == theirs;
      if (isLeft || (left[k] == theirs && right[k] == own)) {
        if (weight[k] != Math.rint(weight[k])) {
          throw new IllegalArgumentException(
              "a game of '%s' with '%s' is repeated by its weight, which must be whole: %s"
                  .formatted(system, other, weight[k]));
        }
        for (var times = 0; times < weight[k]; times++) {
          outcomes.add(isLeft ? outcome[k] : 1 - outcome[k]);
        }
      }
    }
    return outcomes.build().toArray();
  }

  /// The same battles, those of a pair that met more often than `times` weighing together as much
  /// as `times` of them.
  Battles evened(double times) {
    var met = new double[systems.size()][systems.size()];
    for (var k = 0; k < size(); k++) {
      met[left[k]][right[k]] += weight[k];
      met[right[k]][left[k]] += weight[k];
    }
    var evened = new double[size()];
    for (var k = 0; k < size(); k++) {
      evened[k] = weight[k] / Math.max(met[left[k]][right[k]], times);
    }
    return new Battles(systems, left, right, outcome, evened, cluster);
  }

  @Override
  public Battles among(int[] members) {
    var builder = builder();
    var kept = new boolean[systems.size()];
    for (var member : members) {
      kept[member] = true;
      builder.index(systems.get(member));
    }
    for (var k = 0; k < size(); k++) {
      if (kept[left[k]] && kept[right[k]]) {
        builder.append(systems.get(left[k]), systems.get(right[k]), outcome[k], weight[k]);
        if (isClustered()) {
          builder.cluster(cluster[k]);
        }
      }
    }
    return builder.build();
  }

  @Override
  public Spread spread(double[][] chances, boolean clustered) {
    var spread = new Spread(systems.size());
    var order = clustered && isClustered() ? byCluster() : null;
    for (var k = 0; k < size(); k++) {
      var row = order == null ? k : order[k];
      if (k > 0 && (order == null || cluster[row] != cluster[order[k - 1]])) {
        spread.close();
      }
      var residual = weight[row] * (outcome[row] - chances[left[row]][right[row]]);
      spread.add(left[row], residual);
      spread.add(right[row], -residual);
    }
    spread.close();
    return spread;
  }

  @Override
  public Units units(boolean clustered) {
    return clustered && isClustered() ? Units.ofClusters(this) : Units.ofBattles(this);
  }

  @Override
  public void forEach(Visitor visitor) {
    for (var k = 0; k < size(); k++) {
      visitor.battle(left[k], right[k], outcome[k], weight[k]);
    }
  }

  int left(int row) {
    return left[row];
  }

  int right(int row) {
    return right[row];
  }

  double outcome(int row) {
    return outcome[row];
  }

  double weight(int row) {
    return weight[row];
  }

  /// What cluster a battle belongs to; only where they name one.
  int cluster(int row) {
    return cluster[row];
  }

  /// The rows sorted by cluster, those of one cluster in their own order.
  int[] byCluster() {
    var start = new int[Arrays.stream(cluster).max().orElse(-1) + 2];
    for (var id : cluster) {
      start[id + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    var order = new int[size()];
    for (var k = 0; k < size(); k++) {
      order[start[cluster[k]]++] = k;
    }
    return order;
  }

  /// Collects battles by the names of their systems.
  public static final class Builder {

    private static final int FIRST_CAPACITY = 1024;

    private final List<String> systems = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<String, Integer> clusters = new HashMap<>();
    private int[] left = new int[FIRST_CAPACITY];
    private int[] right = new int[FIRST_CAPACITY];
    private double[] outcome = new double[FIRST_CAPACITY];
    private double[] weight = new double[FIRST_CAPACITY];
    private int[] cluster = new int[FIRST_CAPACITY];
    private int size;
    private int clustered;

    private Builder() {}

    /// A battle that counts once and belongs to no cluster.
    public Builder add(String left, String right, double outcome) {
      return add(left, right, outcome, 1);
    }

    /// A battle that belongs to no cluster.
    ///
    /// @throws IllegalArgumentException if a system meets itself, the outcome is not in [0, 1] or
    ///   the weight is not greater than 0 and finite
    public Builder add(String left, String right, double outcome, double weight) {
      if (left.equals(right)) {
        throw new IllegalArgumentException("a system cannot meet itself: '" + left + "'");
      }
      if (!(outcome >= 0 && outcome <= 1)) {
        throw new IllegalArgumentException("an outcome must be in [0, 1]: " + outcome);
      }
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("a weight must be greater than 0 and finite: " + weight);
      }
      append(left, right, outcome, weight);
      return this;
    }

    /// A battle of a cluster. Either all battles name one or none does.
    ///
    /// @throws IllegalArgumentException as without a cluster
    public Builder add(String left, String right, double outcome, double weight, String cluster) {
      add(left, right, outcome, weight);
      cluster(clusters.computeIfAbsent(cluster, name -> clusters.size()));
      return this;
    }

    /// @throws IllegalStateException if some battles have a cluster and some have none
    public Battles build() {
      if (clustered != 0 && clustered != size) {
        throw new IllegalStateException(
            "either all battles or none must name a cluster: %d of %d do"
                .formatted(clustered, size));
      }
      return new Battles(
          systems,
          Arrays.copyOf(left, size),
          Arrays.copyOf(right, size),
          Arrays.copyOf(outcome, size),
          Arrays.copyOf(weight, size),
          Arrays.copyOf(cluster, clustered));
    }

    private void append(String leftName, String rightName, double share, double times) {
      if (size == left.length) {
        grow();
      }
      left[size] = index(leftName);
      right[size] = index(rightName);
      outcome[size] = share;
      weight[size] = times;
      size++;
    }

    private void cluster(int id) {
      cluster[size - 1] = id;
      clustered++;
    }

    private int index(String name) {
      var known = indices.putIfAbsent(name, systems.size());
      if (known == null) {
        systems.add(name);
        return systems.size() - 1;
      }
      return known;
    }

    private void grow() {
      var capacity = 2 * size;
      left = Arrays.copyOf(left, capacity);
      right = Arrays.copyOf(right, capacity);
      outcome = Arrays.copyOf(outcome, capacity);
      weight = Arrays.copyOf(weight, capacity);
      cluster = Arrays.copyOf(cluster, capacity);
    }
  }
}
