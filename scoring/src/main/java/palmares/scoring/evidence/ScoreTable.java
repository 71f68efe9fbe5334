package palmares.scoring.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The values one evaluator gave: systems by examples, with gaps where there is none.
///
/// Built by [#builder]; immutable afterwards.
public final class ScoreTable {

  private final List<String> systems;
  private final List<String> examples;
  private final double[][] values;

  private ScoreTable(List<String> systems, List<String> examples, double[][] values) {
    this.systems = systems;
    this.examples = examples;
    this.values = values;
  }

  /// @throws IllegalArgumentException if a name stands twice in either list
  public static Builder builder(List<String> systems, List<String> examples) {
    return new Builder(distinct("system", systems), distinct("example", examples));
  }

  public List<String> systems() {
    return systems;
  }

  public List<String> examples() {
    return examples;
  }

  public boolean isScored(int system, int example) {
    return !Double.isNaN(values[system][example]);
  }

  /// @throws IllegalStateException if the cell is a gap
  public double value(int system, int example) {
    if (!isScored(system, example)) {
      throw new IllegalStateException(
          systems.get(system) + " has no value for example " + examples.get(example));
    }
    return values[system][example];
  }

  /// How many examples the system has a value for.
  public int answered(int system) {
    return (int) Arrays.stream(values[system]).filter(value -> !Double.isNaN(value)).count();
  }

  private static List<String> distinct(String what, List<String> names) {
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("each " + what + " must stand once: " + names);
    }
    return List.copyOf(names);
  }

  /// The table of these examples alone, in the order they have here.
  ScoreTable among(Set<String> kept) {
    var places =
        IntStream.range(0, examples.size()).filter(i -> kept.contains(examples.get(i))).toArray();
    var builder = builder(systems, Arrays.stream(places).mapToObj(examples::get).toList());
    for (var system = 0; system < systems.size(); system++) {
      for (var place = 0; place < places.length; place++) {
        if (isScored(system, places[place])) {
          builder.put(system, place, value(system, places[place]));
        }
      }
    }
    return builder.build();
  }

  /// Fills a table cell by cell. NaN marks the gaps inside and never leaves.
  public static final class Builder {

    private final List<String> systems;
    private final List<String> examples;
    private final double[][] values;

    private Builder(List<String> systems, List<String> examples) {
      this.systems = systems;
      this.examples = examples;
      this.values = new double[systems.size()][examples.size()];
      for (var row : values) {
        Arrays.fill(row, Double.NaN);
      }
    }

    /// @throws IllegalArgumentException if the value is not finite or the cell is taken
    public Builder put(int system, int example, double value) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "value of %s for %s must be finite: %s"
                .formatted(systems.get(system), examples.get(example), value));
      }
      if (!Double.isNaN(values[system][example])) {
        throw new IllegalArgumentException(
            "two values of %s for %s".formatted(systems.get(system), examples.get(example)));
      }
      values[system][example] = value;
      return this;
    }

    public ScoreTable build() {
      var copy = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
      return new ScoreTable(systems, examples, copy);
    }
  }
}
