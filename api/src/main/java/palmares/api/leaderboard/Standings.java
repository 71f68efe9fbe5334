package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.db.leaderboard.Entry;

/// Chooses the one submission of each system that stands on a board.
final class Standings {

  private Standings() {}

  /// @param entries by system, newest submission first
  /// @param worth of each run by its number, for the rule `best`
  static List<Provenance.Standing> choose(
      List<Entry> entries, String entryRule, Map<Long, Worth> worth) {
    var bySystem = new LinkedHashMap<UUID, List<Entry>>();
    for (var entry : entries) {
      bySystem.computeIfAbsent(entry.systemId(), system -> new ArrayList<>()).add(entry);
    }
    return bySystem.values().stream()
        .map(tries -> standing(chosen(tries, entryRule, worth), tries.size()))
        .toList();
  }

  private static Entry chosen(List<Entry> tries, String entryRule, Map<Long, Worth> worth) {
    return switch (entryRule) {
      case "latest" -> tries.getFirst();
      case "best" -> best(tries, worth);
      case "chosen" -> tries.stream().filter(Entry::chosen).findFirst().orElse(tries.getFirst());
      default ->
          throw new IllegalArgumentException(
              "entry rule must be latest, best or chosen but is '" + entryRule + "'");
    };
  }

  /// What the deciding evaluator says of a run.
  ///
  /// @param whole whether the board can rank it as it is, by its policy for gaps
  /// @param value mean in which a gap is worth the least there is
  record Worth(boolean whole, double value) {

    private static final Worth NOTHING = new Worth(false, Double.NEGATIVE_INFINITY);

    /// @param mean over the examples that have a value, `answered` of `expected`
    /// @param floor least value that the evaluator gives; absent where there is none
    static Worth of(
        double mean, int answered, int expected, @Nullable Double floor, String gapPolicy) {
      if (answered >= expected) {
        return new Worth(true, mean);
      }
      if (floor == null) {
        return new Worth(false, mean);
      }
      double value = (mean * answered + floor * (expected - answered)) / expected;
      return new Worth(!gapPolicy.equals("unranked"), value);
    }
  }

  /// A complete run goes before one with gaps of ours, and one that can be ranked before one that
  /// cannot: leaving the hard examples out must not pay. Of equals, the newest stands.
  private static Entry best(List<Entry> tries, Map<Long, Worth> worth) {
    Function<Entry, Worth> of = entry -> worth.getOrDefault(entry.runNo(), Worth.NOTHING);
    return tries.stream()
        .max(
            Comparator.comparing(Entry::complete)
                .thenComparing(entry -> of.apply(entry).whole())
                .thenComparing(entry -> of.apply(entry).value())
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
