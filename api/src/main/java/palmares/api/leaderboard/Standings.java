package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.db.leaderboard.Entry;

/// Chooses the one submission of each system that stands on a board.
final class Standings {

  private Standings() {}

  /// @param entries by system, newest submission first
  /// @param means of the deciding evaluator by run number, for the rule `best`
  static List<Provenance.Standing> choose(
      List<Entry> entries, String entryRule, Map<Long, Double> means) {
    var bySystem = new LinkedHashMap<UUID, List<Entry>>();
    for (var entry : entries) {
      bySystem.computeIfAbsent(entry.systemId(), system -> new ArrayList<>()).add(entry);
    }
    return bySystem.values().stream()
        .map(tries -> standing(chosen(tries, entryRule, means), tries.size()))
        .toList();
  }

  private static Entry chosen(List<Entry> tries, String entryRule, Map<Long, Double> means) {
    return switch (entryRule) {
      case "latest" -> tries.getFirst();
      case "best" -> best(tries, means);
      case "chosen" -> tries.stream().filter(Entry::chosen).findFirst().orElse(tries.getFirst());
      default ->
          throw new IllegalArgumentException(
              "entry rule must be latest, best or chosen but is '" + entryRule + "'");
    };
  }

  /// A complete run goes before one with gaps of ours; of equals, the newest stands.
  private static Entry best(List<Entry> tries, Map<Long, Double> means) {
    return tries.stream()
        .max(
            Comparator.comparing(Entry::complete)
                .thenComparing(entry -> means.getOrDefault(entry.runNo(), Double.NEGATIVE_INFINITY))
                .thenComparing(Entry::runNo))
        .orElseThrow();
  }

  private static Provenance.Standing standing(Entry entry, int tries) {
    return new Provenance.Standing(
        entry.systemId().toString(),
        entry.submissionId().toString(),
        entry.submissionNo(),
        entry.runId().toString(),
        entry.runNo(),
        entry.complete(),
        tries);
  }
}
