package palmares.scoring.battle;

import java.util.Arrays;
import java.util.stream.IntStream;
import palmares.scoring.battle.StyleFit.Problem;

/// The battles among systems that can be ranked, with their features of style.
///
/// @param systems how many there are
/// @param rows the battles of the file that take part, those of one cluster together
/// @param left places among the systems, by battle
/// @param shares `[feature][battle]`
record StyleSample(
    int systems,
    Battles battles,
    int[] rows,
    int[] left,
    int[] right,
    double[] weights,
    double[][] shares) {

  /// Pairs that met more often than this weigh no more for it.
  private static final double EVENED = 50;

  /// @param members the indices of the systems that can be ranked
  /// @param extra added to the sum of both sides
  static StyleSample of(StyledBattles styled, int[] members, double extra) {
    var battles = styled.battles();
    var places = new int[battles.systems().size()];
    Arrays.fill(places, -1);
    for (var k = 0; k < members.length; k++) {
      places[members[k]] = k;
    }
    var all =
        battles.isClustered()
            ? Arrays.stream(battles.byCluster())
            : IntStream.range(0, battles.size());
    var rows =
        all.filter(row -> places[battles.left(row)] >= 0 && places[battles.right(row)] >= 0)
            .toArray();
    var shares = styled.shares(extra);
    return new StyleSample(
        members.length,
        battles,
        rows,
        Arrays.stream(rows).map(row -> places[battles.left(row)]).toArray(),
        Arrays.stream(rows).map(row -> places[battles.right(row)]).toArray(),
        Arrays.stream(rows).mapToDouble(battles::weight).toArray(),
        Arrays.stream(shares)
            .map(share -> Arrays.stream(rows).mapToDouble(row -> share[row]).toArray())
            .toArray(double[][]::new));
  }

  /// Weights with which all pairs of [#EVENED] battles or more weigh the same, of mean 1.
  double[] evened() {
    var met = new double[systems][systems];
    for (var k = 0; k < rows.length; k++) {
      met[Math.min(left[k], right[k])][Math.max(left[k], right[k])]++;
    }
    var evened =
        IntStream.range(0, rows.length)
            .mapToDouble(k -> {
              var times = met[Math.min(left[k], right[k])][Math.max(left[k], right[k])];
              return weights[k] / Math.max(times, EVENED);
            })
            .toArray();
    var mean = Arrays.stream(evened).average().orElse(1);
    return Arrays.stream(evened).map(weight -> weight / mean).toArray();
  }

  /// @param plain the strengths where style counts nothing, to start from
  Problem problem(
      StyleCoefficients coefficients,
      double[] used,
      double[] penalties,
      double[] plain,
      boolean isFrozen) {
    var start = Arrays.copyOf(plain, systems + shares.length);
    if (isFrozen) {
      System.arraycopy(coefficients.values(), 0, start, systems, shares.length);
    }
    return new Problem(
        systems,
        left,
        right,
        Arrays.stream(rows).mapToDouble(battles::outcome).toArray(),
        used,
        coefficients.scaled(shares),
        penalties,
        start,
        isFrozen);
  }

  /// The spread of the residuals of strengths and coefficients.
  Spread spread(StyleFit fit, boolean clustered) {
    var problem = fit.problem();
    var residuals = fit.residuals();
    var spread = new Spread(problem.size());
    for (var k = 0; k < rows.length; k++) {
      if (k > 0 && !(clustered && isOneCluster(rows[k], rows[k - 1]))) {
        spread.close();
      }
      var residual = problem.weight()[k] * residuals[k];
      spread.add(left[k], residual);
      spread.add(right[k], -residual);
      for (var f = 0; f < shares.length; f++) {
        spread.add(systems + f, problem.isFrozen() ? 0 : residual * problem.features()[f][k]);
      }
    }
    spread.close();
    return spread;
  }

  /// The strengths keep their sum.
  static void fixGauge(double[][] information, int systems) {
    var trace = 0.0;
    for (var i = 0; i < systems; i++) {
      trace += information[i][i];
    }
    for (var i = 0; i < systems; i++) {
      for (var j = 0; j < systems; j++) {
        information[i][j] += trace / ((double) systems * systems);
      }
    }
  }

  private boolean isOneCluster(int row, int other) {
    return battles.isClustered() && battles.cluster(row) == battles.cluster(other);
  }
}
