package palmares.scoring.battle;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A method described for its users.
///
/// @param formula what is computed
/// @param source where the formula comes from
/// @param columns the meaning of each column beside rating, interval and ranks
/// @param settings the meaning and default of each setting that applies to battles
public record MethodCard(
    String formula,
    String source,
    SortedMap<String, String> columns,
    SortedMap<String, String> settings) {

  public MethodCard {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  MethodCard(
      String formula, String source, Map<String, String> columns, Map<String, String> settings) {
    this(formula, source, new TreeMap<>(columns), new TreeMap<>(settings));
  }
}
