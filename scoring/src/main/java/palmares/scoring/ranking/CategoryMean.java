package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;

/// The weighted mean over categories of the mean of their examples: `sum(w * mean) / sum(w)`.
///
/// An example counts once in each of its categories. A category without an example among those
/// counted has no part in either sum.
final class CategoryMean implements Aggregate {

  private static final String UNTAGGED = "";

  private final double[] weights;
  private final int[][] members;

  /// @param members the positions of the examples of each category
  private CategoryMean(double[] weights, int[][] members) {
    this.weights = weights;
    this.members = members;
  }

  /// The categories that the benchmark weighs; where it weighs none, every tag is one, all weigh
  /// the same, and the examples without a tag are one more.
  ///
  /// @throws IllegalArgumentException if a weight is not above 0 and finite, or if an example has
  ///   none of the weighted categories: it would silently not count
  static CategoryMean of(Evidence evidence, List<String> examples) {
    var weights = evidence.categoryWeights();
    return weights.isEmpty() ? equal(evidence, examples) : weighted(evidence, examples, weights);
  }

  private static CategoryMean weighted(
      Evidence evidence, List<String> examples, Map<String, Double> weights) {
    weights.forEach((category, weight) -> {
      if (!(weight > 0) || weight.isInfinite()) {
        throw new IllegalArgumentException(
            "weight of category '%s' must be above 0 and finite: %s".formatted(category, weight));
      }
    });
    var names = new ArrayList<>(new TreeSet<>(weights.keySet()));
    var tags = examples.stream().map(example -> tagsOf(evidence, example)).toList();
    for (var i = 0; i < tags.size(); i++) {
      if (tags.get(i).stream().noneMatch(names::contains)) {
        throw new IllegalArgumentException(
            "example %s has none of the weighted categories %s; its tags are %s"
                .formatted(examples.get(i), names, tags.get(i)));
      }
    }
    return new CategoryMean(
        names.stream().mapToDouble(weights::get).toArray(), members(names, tags));
  }

  private static CategoryMean equal(Evidence evidence, List<String> examples) {
    var tags = new ArrayList<List<String>>();
    for (var example : examples) {
      var own = tagsOf(evidence, example);
      tags.add(own.isEmpty() ? List.of(UNTAGGED) : own);
    }
    var names = new TreeSet<String>();
    tags.forEach(names::addAll);
    return new CategoryMean(
        names.stream().mapToDouble(name -> 1).toArray(), members(List.copyOf(names), tags));
  }

  private static List<String> tagsOf(Evidence evidence, String example) {
    return evidence.categories().getOrDefault(example, List.of());
  }

  private static int[][] members(List<String> names, List<List<String>> tags) {
    return names.stream()
        .map(name ->
            IntStream.range(0, tags.size()).filter(i -> tags.get(i).contains(name)).toArray())
        .toArray(int[][]::new);
  }

  @Override
  public double of(double[] values, double[] counts) {
    var sum = 0.0;
    var weight = 0.0;
    for (var category = 0; category < weights.length; category++) {
      var ofCategory = 0.0;
      var count = 0.0;
      for (var example : members[category]) {
        ofCategory += counts[example] * values[example];
        count += counts[example];
      }
      if (count > 0) {
        sum += weights[category] * (ofCategory / count);
        weight += weights[category];
      }
    }
    return sum / weight;
  }

  // Rounded as in `of`: two systems whose intervals end at the same value must not come apart.
  @Override
  public Resampled over(Resamples resamples) {
    var counts = Arrays.stream(members).map(resamples::count).toArray(double[][]::new);
    var weight = weightsOf(counts, resamples.size());
    var ofCategory = new double[resamples.size()];
    return (values, results) -> {
      Arrays.fill(results, 0);
      for (var category = 0; category < weights.length; category++) {
        resamples.sum(members[category], values, ofCategory);
        for (var i = 0; i < results.length; i++) {
          var count = counts[category][i];
          results[i] += count > 0 ? weights[category] * (ofCategory[i] / count) : 0;
        }
      }
      for (var i = 0; i < results.length; i++) {
        results[i] /= weight[i];
      }
    };
  }

  /// What the categories that have an example in each resample weigh together.
  private double[] weightsOf(double[][] counts, int resamples) {
    var sums = new double[resamples];
    for (var category = 0; category < weights.length; category++) {
      for (var i = 0; i < resamples; i++) {
        sums[i] += counts[category][i] > 0 ? weights[category] : 0;
      }
    }
    return sums;
  }
}
