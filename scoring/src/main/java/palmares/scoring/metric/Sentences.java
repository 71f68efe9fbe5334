package palmares.scoring.metric;

/// Counts sentences by a rule that everyone can follow and that no library changes.
///
/// A sentence is a stretch with at least one letter or digit. It ends with a run of `.`, `!`, `?`
/// or `…`, and the quotes and brackets that close after it, where white space or the end of the
/// text follows; or with `。`, `！` or `？` wherever they stand. A stretch at the end counts without a
/// mark. So `3.5` ends nothing, a line break alone ends nothing, and `Dr. Ames` counts as an end:
/// the rule knows no abbreviations.
final class Sentences {

  private static final String MARKS = ".!?…";
  private static final String FULL_WIDTH_MARKS = "。！？";
  private static final String CLOSERS = "\"'”’»)]}*_";

  private Sentences() {}

  static int count(String text) {
    var count = 0;
    var hasContent = false;
    var afterMark = false;
    for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      var c = text.codePointAt(i);
      if (FULL_WIDTH_MARKS.indexOf(c) >= 0 || (afterMark && isSpace(c))) {
        count += hasContent ? 1 : 0;
        hasContent = false;
        afterMark = false;
      } else if (MARKS.indexOf(c) >= 0) {
        afterMark = true;
      } else if (CLOSERS.indexOf(c) < 0) {
        afterMark = false;
        hasContent |= Character.isLetterOrDigit(c);
      }
    }
    return hasContent ? count + 1 : count;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
