package palmares.worker.system;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a text: runs of letters, digits and the hyphens and apostrophes within them.
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

  /// English words that say little about what a text is about; most questions begin with one.
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          """
          a about after all am an and any are as at be been before being between both but by can could
          did do does doing down during each every few for from had has have having he her here hers him
          his how i if in into is it its itself just many may me might more most much must my no nor not
          of off on once one only or other our out over own same shall she should so some such than that
          the their them then there these they this those through to too under until up us very was we
          were what when where which while who whom whose why will with would you your
          """
              .strip()
              .split("\\s+"));

  private Words() {}

  /// A word where it stands in its text.
  record Placed(String form, int start, int end) {

    boolean isContent() {
      return !FUNCTION_WORDS.contains(form);
    }
  }

  /// All words in order, in lower case.
  static List<Placed> of(String text) {
    return WORD.matcher(text)
        .results()
        .map(
            found -> new Placed(found.group().toLowerCase(Locale.ROOT), found.start(), found.end()))
        .toList();
  }

  /// The words that say what a text is about, in order, each once.
  static Set<String> content(String text) {
    var words = new LinkedHashSet<String>();
    for (var word : of(text)) {
      if (word.isContent()) {
        words.add(word.form());
      }
    }
    return words;
  }
}
