package palmares.scoring.agreement;

import java.util.OptionalDouble;

/// Cohen's kappa: by how much two raters agree beyond what their habits alone would give, 1 for
/// full agreement and 0 for none beyond chance.
///
/// `1 - sum w_ij o_ij / sum w_ij e_ij`, `o_ij` the items that the first put into category i and the
/// second into j, `e_ij` what is expected of the same shares drawn apart, and `w_ij` how bad it is
/// to differ so.
///
/// Source: J. Cohen, Educational and Psychological Measurement 20 (1960); weighted: Psychological
/// Bulletin 70 (1968).
public final class CohenKappa {

  private CohenKappa() {}

  /// How bad it is to differ by so many categories.
  public enum Weights {
    /// Any difference is as bad as any other.
    PLAIN {
      @Override
      double of(int apart) {
        return apart == 0 ? 0 : 1;
      }
    },
    LINEAR {
      @Override
      double of(int apart) {
        return apart;
      }
    },
    QUADRATIC {
      @Override
      double of(int apart) {
        return (double) apart * apart;
      }
    };

    abstract double of(int apart);
  }

  /// @param first and `second`: the categories that the two gave the same items, counted from 0 in
  ///   their order
  /// @return empty where both always gave one and the same category, or there are no items: then
  ///   agreement by chance is certain
  /// @throws IllegalArgumentException if they are not equally many
  public static OptionalDouble of(int[] first, int[] second, Weights weights) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "both raters need a category for each item: " + first.length + " and " + second.length);
    }
    var categories = 0;
    for (var k = 0; k < first.length; k++) {
      categories = Math.max(categories, Math.max(first[k], second[k]) + 1);
    }
    var firsts = new double[categories];
    var seconds = new double[categories];
    var observed = 0.0;
    for (var k = 0; k < first.length; k++) {
      firsts[first[k]]++;
      seconds[second[k]]++;
      observed += weights.of(Math.abs(first[k] - second[k]));
    }
    var expected = 0.0;
    for (var i = 0; i < categories; i++) {
      for (var j = 0; j < categories; j++) {
        expected += weights.of(Math.abs(i - j)) * firsts[i] * seconds[j] / first.length;
      }
    }
    return expected > 0 ? OptionalDouble.of(1 - observed / expected) : OptionalDouble.empty();
  }
}
