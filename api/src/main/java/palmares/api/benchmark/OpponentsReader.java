package palmares.api.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec.Opponents;
import palmares.api.json.Json;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;

/// Reads whom judges of pairs compare a submission with.
final class OpponentsReader {

  private static final String FIELD = "opponents";
  private static final String ALL = "all";
  private static final List<String> WORDS = List.of(ALL, "baselines");
  private static final int MOST = 20;
  private static final int LONGEST = 120;

  private OpponentsReader() {}

  /// Absent without a judge of pairs, and if anything was noted as a flaw.
  ///
  /// @param isAsked whether the benchmark has a judge of pairs
  static @Nullable Opponents read(@Nullable Json given, boolean isAsked, Flaws flaws) {
    if (given == null) {
      return isAsked ? new Opponents(ALL, List.of()) : null;
    }
    if (!isAsked) {
      flaws.add(given.line(), FIELD, "need a judge of pairs among the evaluators");
      return null;
    }
    return switch (given) {
      case Json.Text(var word, var line) when WORDS.contains(word) ->
          new Opponents(word, List.of());
      case Json.Arr names -> named(names, flaws);
      default -> {
        flaws.add(
            given.line(),
            FIELD,
            "must be one of %s, or a list of 1 to %d systems of yours".formatted(WORDS, MOST));
        yield null;
      }
    };
  }

  private static @Nullable Opponents named(Json.Arr list, Flaws flaws) {
    var names = new ArrayList<String>();
    for (var each : list.items()) {
      if (each instanceof Json.Text text
          && !text.value().isBlank()
          && text.value().length() <= LONGEST) {
        names.add(text.value());
      } else {
        flaws.add(each.line(), FIELD, "must be names of 1 to %d characters".formatted(LONGEST));
        return null;
      }
    }
    if (names.isEmpty() || names.size() > MOST || new HashSet<>(names).size() < names.size()) {
      flaws.add(
          list.line(),
          FIELD,
          "must be 1 to %d systems, each once: %s"
              .formatted(MOST, Problems.shown(names.toString())));
      return null;
    }
    return new Opponents("named", names);
  }
}
