package palmares.worker.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a text into sentences, by a rule that does not change with a library or a locale.
///
/// A sentence ends with a run of `.`, `!`, `?` or `…` and the quotes and brackets that close after
/// it, where white space follows. `3.5` ends nothing; `Dr. Ames` ends one: the rule knows no
/// abbreviations.
final class Sentences {

  private static final Pattern END = Pattern.compile("(?<=[.!?…][\"'”’»)\\]}]{0,3})\\s+");

  private Sentences() {}

  /// The sentences in order, stripped, none of them empty.
  static List<String> of(String text) {
    var sentences = new ArrayList<String>();
    for (var piece : END.split(text.strip())) {
      if (!piece.isBlank()) {
        sentences.add(piece);
      }
    }
    return List.copyOf(sentences);
  }
}
