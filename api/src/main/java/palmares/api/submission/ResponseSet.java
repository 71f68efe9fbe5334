package palmares.api.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.db.evidence.GivenResponse;

/// The responses of one submission as they come in, each compared with the benchmark's examples.
final class ResponseSet {

  private final String benchmark;
  private final Map<String, Integer> ordinals;
  private final Flaws flaws;
  private final Map<Integer, String> placeOf = new HashMap<>();
  private final List<GivenResponse> responses = new ArrayList<>();

  /// @param ordinals of the benchmark's examples by their id, in order
  ResponseSet(String benchmark, Map<String, Integer> ordinals, Flaws flaws) {
    this.benchmark = benchmark;
    this.ordinals = ordinals;
    this.flaws = flaws;
  }

  /// @param line where it stands in a file of lines
  /// @param path where it stands in a document; empty in a file of lines
  void add(@Nullable Integer line, String path, String id, String text) {
    var field = path.isEmpty() ? "id" : path + ".id";
    var ordinal = ordinals.get(id);
    if (ordinal == null) {
      flaws.add(line, field, "'%s' is no example of %s".formatted(Problems.shown(id), benchmark));
      return;
    }
    var place = line != null ? "in line " + line : "at " + path;
    var earlier = placeOf.putIfAbsent(ordinal, place);
    if (earlier != null) {
      flaws.add(
          line, field, "'%s' has a response %s already".formatted(Problems.shown(id), earlier));
      return;
    }
    responses.add(new GivenResponse(ordinal, 0, text, null));
  }

  /// After the last response: what has none is missing, unless that is allowed.
  void end(boolean allowPartial) {
    if (responses.isEmpty() && flaws.isEmpty()) {
      flaws.add(
          null, null, "has no responses; " + benchmark + " has " + ordinals.size() + " examples");
      return;
    }
    if (!allowPartial) {
      ordinals.forEach((id, ordinal) -> {
        if (!placeOf.containsKey(ordinal)) {
          flaws.add(
              null,
              "id",
              "'%s' has no response; allow a partial submission, or add it"
                  .formatted(Problems.shown(id)));
        }
      });
    }
  }

  /// By ordinal.
  List<GivenResponse> inOrder() {
    return responses.stream().sorted(Comparator.comparingInt(GivenResponse::ordinal)).toList();
  }

  int missing() {
    return ordinals.size() - responses.size();
  }
}
