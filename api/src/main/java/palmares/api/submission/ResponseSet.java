package palmares.api.submission;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import palmares.api.job.ResponseDocument;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.db.evidence.GivenResponse;

/// The responses of one submission as they come in, each compared with the benchmark's examples.
/// What is held of each is only its place; the response itself goes to the document at once.
final class ResponseSet {

  private static final int NOWHERE = 0;

  private final String benchmark;
  private final Map<String, Integer> ordinals;
  private final ResponseDocument document;
  private final Flaws flaws;
  private final int[] placeOf;
  private int nameless;

  /// @param ordinals of the benchmark's examples by their id, in order
  ResponseSet(
      String benchmark, Map<String, Integer> ordinals, ResponseDocument document, Flaws flaws) {
    this.benchmark = benchmark;
    this.ordinals = ordinals;
    this.document = document;
    this.flaws = flaws;
    this.placeOf = new int[ordinals.size()];
  }

  /// A response of a file of lines.
  ///
  /// @param line from 1
  void addLine(int line, String id, String text) {
    add(line, "id", line, place -> "in line " + place, id, text);
  }

  /// A line that cannot be taken, so that its example is not called missing as well.
  ///
  /// @param id of the example, null where it cannot be read
  void flawedLine(int line, @Nullable String id) {
    var ordinal = id == null ? null : ordinals.get(id);
    if (ordinal == null) {
      nameless++;
    } else if (placeOf[ordinal] == NOWHERE) {
      placeOf[ordinal] = line;
    }
  }

  /// A response of one document.
  ///
  /// @param index in `responses`, from 0
  void addItem(int index, String id, String text) {
    IntFunction<String> path = place -> "responses[" + (place - 1) + "]";
    add(
        null,
        path.apply(index + 1) + ".id",
        index + 1,
        place -> "at " + path.apply(place),
        id,
        text);
  }

  private void add(
      @Nullable Integer line,
      String field,
      int place,
      IntFunction<String> words,
      String id,
      String text) {
    var ordinal = ordinals.get(id);
    if (ordinal == null) {
      flaws.add(line, field, "'%s' is no example of %s".formatted(Problems.shown(id), benchmark));
    } else if (placeOf[ordinal] != NOWHERE) {
      var earlier = words.apply(placeOf[ordinal]);
      flaws.add(
          line, field, "'%s' has a response %s already".formatted(Problems.shown(id), earlier));
    } else {
      placeOf[ordinal] = place;
      document.add(new GivenResponse(ordinal, 0, text, null));
    }
  }

  /// After the last response: what has none is missing, unless that is allowed. Nothing is said as
  /// long as all that is missing may be in lines whose id cannot be read.
  void end(boolean allowPartial) {
    if (document.size() == 0 && flaws.isEmpty()) {
      flaws.add(
          null, null, "has no responses; " + benchmark + " has " + ordinals.size() + " examples");
    } else if (!allowPartial && missingLines() > nameless) {
      ordinals.forEach((id, ordinal) -> {
        if (placeOf[ordinal] == NOWHERE) {
          flaws.add(
              null,
              "id",
              "'%s' has no response; allow a partial submission, or add it"
                  .formatted(Problems.shown(id)));
        }
      });
    }
  }

  private long missingLines() {
    return Arrays.stream(placeOf).filter(place -> place == NOWHERE).count();
  }

  int missing() {
    return ordinals.size() - document.size();
  }
}
