package palmares.api.leaderboard;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which examples of a benchmark version decide.
///
/// @param category those that have this tag alone; all if absent
/// @param without ordinals of those that do not count
record CountedExamples(UUID benchmarkVersion, @Nullable String category, Set<Integer> without) {

  CountedExamples {
    without = Set.copyOf(without);
  }
}
