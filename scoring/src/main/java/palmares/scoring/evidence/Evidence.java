package palmares.scoring.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that a ranking method may read.
///
/// @param tables one table for each evaluator key (`id@version`); all with the same systems and
///   examples in the same order
/// @param floors the worst value of each metric key; reward models have none
/// @param ceilings the best value of each metric key; reward models have none
/// @param categories the tags of each example, by example id
/// @param categoryWeights the weight of each category, as the benchmark states; empty means equal
public record Evidence(
    SortedMap<String, ScoreTable> tables,
    Map<String, Double> floors,
    Map<String, Double> ceilings,
    Map<String, List<String>> categories,
    Map<String, Double> categoryWeights) {

  public Evidence {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    floors = Map.copyOf(floors);
    ceilings = Map.copyOf(ceilings);
    categories = Map.copyOf(categories);
    categoryWeights = Map.copyOf(categoryWeights);
    requireSameShape(tables);
  }

  /// @throws IllegalArgumentException if no evaluator of that key has evidence here
  public ScoreTable table(String evaluatorKey) {
    var table = tables.get(evaluatorKey);
    if (table == null) {
      throw new IllegalArgumentException(
          "no evidence of " + evaluatorKey + "; there is evidence of " + tables.keySet());
    }
    return table;
  }

  /// The same evidence over the examples that have this tag, which is then their only one.
  ///
  /// @throws IllegalArgumentException if no example has it
  public Evidence ofCategory(String category) {
    var kept = new TreeMap<String, List<String>>();
    categories.forEach((example, tags) -> {
      if (tags.contains(category)) {
        kept.put(example, List.of(category));
      }
    });
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("no example has the tag '" + category + "'");
    }
    var fewer = new TreeMap<String, ScoreTable>();
    tables.forEach((key, table) -> fewer.put(key, table.among(kept.keySet())));
    var weight = categoryWeights.get(category);
    return new Evidence(
        fewer, floors, ceilings, kept, weight == null ? Map.of() : Map.of(category, weight));
  }

  private static void requireSameShape(SortedMap<String, ScoreTable> tables) {
    if (tables.isEmpty()) {
      return;
    }
    var first = tables.firstEntry();
    tables.forEach((key, table) -> {
      if (!table.systems().equals(first.getValue().systems())
          || !table.examples().equals(first.getValue().examples())) {
        throw new IllegalArgumentException(
            "tables must have the same systems and examples in the same order; %s and %s differ"
                .formatted(first.getKey(), key));
      }
    });
  }
}
