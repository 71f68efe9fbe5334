package palmares.launcher.terminal;

import java.util.regex.Pattern;

/// Text from elsewhere, made harmless for a terminal: it can neither move the cursor nor turn the
/// direction of what stands beside it.
public final class SafeText {

  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\s\\p{Cf}\uFFFD]*[=+\\-@＝＋－＠].*|[\\t\\r\\n].*");
  private static final int REPLACEMENT = 0xFFFD;

  private SafeText() {}

  /// Line breaks stay.
  public static String lines(String text) {
    return replaced(text, true);
  }

  /// A line break is replaced like every other control character.
  public static String oneLine(String text) {
    return replaced(text, false);
  }

  /// [#oneLine(String)] in at most so many columns; what is cut off shows as `…`.
  public static String oneLine(String text, int columns) {
    var safe = oneLine(text);
    if (width(safe) <= columns) {
      return safe;
    }
    var kept = new StringBuilder();
    var used = 1;
    for (var i = 0; i < safe.length(); ) {
      var character = safe.codePointAt(i);
      used += width(character);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(character);
      i += Character.charCount(character);
    }
    return kept.append('…').toString();
  }

  /// A spreadsheet runs a cell that starts like a formula, some of them behind spaces and invisible
  /// marks or with full-width signs; a quote in front makes it text.
  public static String cell(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /// Names may hold what Markdown would read as a table, a link or HTML.
  public static String markdown(String text) {
    return oneLine(text).replaceAll("([\\\\|`*_\\[\\]<>#~!])", "\\\\$1").replace("&", "&amp;");
  }

  /// The columns that a terminal gives to the text.
  public static int width(String text) {
    return text.codePoints().map(SafeText::width).sum();
  }

  private static int width(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default ->
          switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> 1;
          };
    };
  }

  private static String replaced(String text, boolean linesStay) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> isHarmless(c) || (linesStay && c == '\n') ? c : REPLACEMENT)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /// Format characters include the marks and overrides of direction.
  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
