package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Rating.Unranked;

/// Evidence written as it would be on paper.
final class Samples {

  private Samples() {}

  /// One line for each system: its name, then a value or `-` for each example `e0`, `e1`, ...
  static ScoreTable table(String text) {
    var lines = text.strip().lines().map(line -> List.of(line.strip().split("\\s+"))).toList();
    var examples = lines.getFirst().size() - 1;
    var table =
        ScoreTable.builder(
            lines.stream().map(List::getFirst).toList(),
            IntStream.range(0, examples).mapToObj(i -> "e" + i).toList());
    for (var system = 0; system < lines.size(); system++) {
      for (var example = 0; example < examples; example++) {
        var cell = lines.get(system).get(example + 1);
        if (!cell.equals("-")) {
          table.put(system, example, Double.parseDouble(cell));
        }
      }
    }
    return table.build();
  }

  /// Evidence of metrics from 1 to 10, without categories.
  static Evidence evidence(Map<String, ScoreTable> tables) {
    var floors = new TreeMap<String, Double>();
    var ceilings = new TreeMap<String, Double>();
    tables.keySet().forEach(key -> floors.put(key, 1.0));
    tables.keySet().forEach(key -> ceilings.put(key, 10.0));
    return new Evidence(new TreeMap<>(tables), floors, ceilings, Map.of(), Map.of());
  }

  /// Evidence of the one evaluator `quality@1`, from 1 to 10.
  static Evidence evidence(String table) {
    return evidence(Map.of("quality@1", table(table)));
  }

  static Settings settings(String... namesAndValues) {
    var values = new TreeMap<String, String>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Settings(values);
  }

  static Ranked ranked(Ranking ranking, String subject) {
    return (Ranked) rating(ranking, subject);
  }

  static Unranked unranked(Ranking ranking, String subject) {
    return (Unranked) rating(ranking, subject);
  }

  static List<String> subjects(Ranking ranking) {
    return new ArrayList<>(ranking.ratings().stream().map(Rating::subject).toList());
  }

  private static Rating rating(Ranking ranking, String subject) {
    return ranking.ratings().stream()
        .filter(rating -> rating.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + subject + " in " + subjects(ranking)));
  }
}
