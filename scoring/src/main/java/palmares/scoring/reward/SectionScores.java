package palmares.scoring.reward;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// RewardBench: the accuracy of a section is the mean of its subsets, weighted by how many examples
/// they have, and the overall score is the mean of the sections.
///
/// Source: reward-bench `utils.py`, `calculate_scores_per_section`; there a subset that is missing
/// is left out of its section.
///
/// @param sections in the order asked for, without those that have no subset
/// @param missing subsets of the sections without an accuracy
public record SectionScores(
    SequencedMap<String, Double> sections, double overall, List<String> missing) {

  /// @param accuracies by subset
  /// @param examples how many examples each subset has, or counts as having
  /// @param subsets of each section
  /// @throws IllegalArgumentException if no section has a subset, a subset has no number of
  ///   examples, or an accuracy is not from 0 to 1
  public static SectionScores of(
      Map<String, Double> accuracies,
      Map<String, Integer> examples,
      SequencedMap<String, List<String>> subsets) {
    var sections = new LinkedHashMap<String, Double>();
    var missing =
        subsets.values().stream()
            .flatMap(List::stream)
            .filter(subset -> !accuracies.containsKey(subset))
            .toList();
    subsets.forEach((section, names) -> {
      var right = 0.0;
      var all = 0;
      for (var subset : names) {
        var accuracy = accuracies.get(subset);
        if (accuracy != null) {
          var count = count(examples, subset);
          right += checked(subset, accuracy) * count;
          all += count;
        }
      }
      if (all > 0) {
        sections.put(section, right / all);
      }
    });
    var overall =
        sections.values().stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no section has a subset; there are accuracies of " + accuracies.keySet()));
    return new SectionScores(sections, overall, missing);
  }

  private static int count(Map<String, Integer> examples, String subset) {
    var count = examples.getOrDefault(subset, 0);
    if (count < 1) {
      throw new IllegalArgumentException(
          "subset '%s' needs one example or more: %d".formatted(subset, count));
    }
    return count;
  }

  private static double checked(String subset, double accuracy) {
    if (!(accuracy >= 0 && accuracy <= 1)) {
      throw new IllegalArgumentException(
          "the accuracy of '%s' must be from 0 to 1: %s".formatted(subset, accuracy));
    }
    return accuracy;
  }
}
