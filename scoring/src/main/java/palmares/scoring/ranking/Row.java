package palmares.scoring.ranking;

import java.util.Arrays;
import java.util.stream.IntStream;
import palmares.scoring.evidence.ScoreTable;

/// The values of one system, by example.
sealed interface Row {

  String system();

  /// Every example has a value.
  ///
  /// @param missing how many of them are the floor in place of a gap
  record Complete(String system, double[] values, int missing) implements Row {

    int answered() {
      return values.length - missing;
    }
  }

  /// At least one example has none.
  ///
  /// @param values without meaning where the example is not among the answered
  /// @param answered the positions that have a value
  record Gapped(String system, double[] values, int[] answered) implements Row {

    int missing() {
      return values.length - answered.length;
    }

    /// Counts of the answered examples alone, for an [Aggregate].
    double[] answeredOnce() {
      return Aggregate.only(answered, values.length);
    }

    String reason() {
      return missing() + " of " + values.length + " missing";
    }

    /// The values with every gap counted as `value`.
    Complete filled(double value) {
      var filled = new double[values.length];
      Arrays.fill(filled, value);
      for (var position : answered) {
        filled[position] = values[position];
      }
      return new Complete(system, filled, missing());
    }
  }

  static Row of(ScoreTable table, int system) {
    var examples = table.examples().size();
    var answered = IntStream.range(0, examples).filter(i -> table.isScored(system, i)).toArray();
    var values = new double[examples];
    for (var position : answered) {
      values[position] = table.value(system, position);
    }
    var name = table.systems().get(system);
    return answered.length == examples
        ? new Complete(name, values, 0)
        : new Gapped(name, values, answered);
  }
}
