package palmares.scoring.battle;

/// Quantiles of the normal and of Student's t distribution.
final class Quantile {

  private static final int EXACT_UP_TO = 200;

  private Quantile() {}

  /// How many standard errors to either side a two-sided interval of this level reaches, when the
  /// standard error comes from this many independent observations: Student's t with one degree of
  /// freedom less.
  ///
  /// @param observations 2 or more
  static double reach(double level, int observations) {
    var upper = 0.5 + level / 2;
    var freedom = observations - 1;
    return freedom > EXACT_UP_TO ? student(upper, freedom) : smallStudent(level, freedom);
  }

  /// The standard normal quantile: algorithm AS 241 (Wichura 1988), about 16 digits.
  static double normal(double probability) {
    var q = probability - 0.5;
    if (Math.abs(q) <= 0.425) {
      var r = 0.180625 - q * q;
      return q * ratio(r, CENTRE_TOP, CENTRE_BOTTOM);
    }
    var tail = q < 0 ? probability : 1 - probability;
    var r = Math.sqrt(-Math.log(tail));
    var size = r <= 5 ? ratio(r - 1.6, NEAR_TOP, NEAR_BOTTOM) : ratio(r - 5, FAR_TOP, FAR_BOTTOM);
    return q < 0 ? -size : size;
  }

  /// The expansion of Fisher and Cornish in powers of 1 / freedom (Abramowitz and Stegun 26.7.5).
  private static double student(double probability, double n) {
    var z = normal(probability);
    var s = z * z;
    var first = z * (s + 1) / 4;
    var second = z * ((5 * s + 16) * s + 3) / 96;
    var third = z * (((3 * s + 19) * s + 17) * s - 15) / 384;
    var fourth = z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
    return z + (first + (second + (third + fourth / n) / n) / n) / n;
  }

  private static double smallStudent(double level, int freedom) {
    var low = 0.0;
    var high = 1.0;
    while (within(high, freedom) < level) {
      high *= 2;
    }
    while (true) {
      var middle = (low + high) / 2;
      if (middle == low || middle == high) {
        return middle;
      }
      if (within(middle, freedom) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /// Probability that |t| stays below a bound: the finite sums of Abramowitz and Stegun 26.7.3-4.
  private static double within(double bound, int freedom) {
    var angle = Math.atan(bound / Math.sqrt(freedom));
    var cosine = Math.cos(angle);
    var odd = freedom % 2 == 1;
    var term = odd ? cosine : 1;
    var sum = freedom == 1 ? 0 : term;
    for (var k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    var body = Math.sin(angle) * sum;
    return odd ? 2 / Math.PI * (angle + body) : body;
  }

  private static double ratio(double x, double[] top, double[] bottom) {
    return polynomial(x, top) / polynomial(x, bottom);
  }

  private static double polynomial(double x, double[] coefficients) {
    var value = 0.0;
    for (var k = coefficients.length - 1; k >= 0; k--) {
      value = value * x + coefficients[k];
    }
    return value;
  }

  private static final double[] CENTRE_TOP = {
    3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3
  };
  private static final double[] CENTRE_BOTTOM = {
    1.0,
    4.2313330701600911252e1,
    6.8718700749205790830e2,
    5.3941960214247511077e3,
    2.1213794301586595867e4,
    3.9307895800092710610e4,
    2.8729085735721942674e4,
    5.2264952788528545610e3
  };
  private static final double[] NEAR_TOP = {
    1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
    3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4
  };
  private static final double[] NEAR_BOTTOM = {
    1.0,
    2.05319162663775882187,
    1.67638483018380384940,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };
  private static final double[] FAR_TOP = {
    6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7
  };
  private static final double[] FAR_BOTTOM = {
    1.0,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };
}
