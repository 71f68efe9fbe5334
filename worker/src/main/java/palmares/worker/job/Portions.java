package palmares.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.work.Work;
import palmares.contract.work.Work.GivenLine;
import palmares.scoring.evaluator.Score.Cause;

/// The responses of a job, a portion at a time: they come in no order, and all of them may be more
/// than memory holds.
final class Portions {

  /// Characters of responses after which a portion ends.
  static final int MOST = 4 * 1024 * 1024;

  private final DocumentLines<GivenLine> lines;
  private final BitSet seen = new BitSet();

  Portions(DocumentLines<GivenLine> lines) {
    this.lines = lines;
  }

  /// A response, without its text where that is a gap: what is not evaluated is not held.
  record Given(int ordinal, int sample, String text, @Nullable Cause gap) {

    static Given of(GivenLine line) {
      if (line.text().length() > Work.LONGEST_EVALUATED) {
        return new Given(line.ordinal(), line.sample(), "", Cause.OVER_LONG);
      }
      return line.text().isBlank()
          ? new Given(line.ordinal(), line.sample(), "", Cause.EMPTY)
          : new Given(line.ordinal(), line.sample(), line.text(), null);
    }

    static Given missing(int ordinal) {
      return new Given(ordinal, 0, "", Cause.MISSING);
    }
  }

  /// The next ones by ordinal; none at the end.
  Map<Integer, List<Given>> next() throws IOException {
    var portion = new HashMap<Integer, List<Given>>();
    for (long chars = 0; chars < MOST; ) {
      var line = lines.next(1);
      if (line.isEmpty()) {
        break;
      }
      var given = Given.of(line.getFirst());
      portion.computeIfAbsent(given.ordinal(), ordinal -> new ArrayList<>()).add(given);
      seen.set(given.ordinal());
      chars += given.text().length();
    }
    return portion;
  }

  /// Whether there was a response to this example so far.
  boolean hadOne(int ordinal) {
    return seen.get(ordinal);
  }

  /// To how many examples there was a response so far.
  int examples() {
    return seen.cardinality();
  }
}
