package palmares.worker.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import palmares.worker.system.Words.Placed;

/// A few words of a sentence that begin and end with a content word and repeat none of a
/// question's.
///
/// @param first index of its first word in the sentence
/// @param last index of its last word
record Span(String text, int first, int last) {

  private static final int LONGEST = 4;

  /// Every span of a sentence, by where it begins, shorter ones first.
  static List<Span> of(String sentence, Set<String> excluded) {
    var words = Words.of(sentence);
    var spans = new ArrayList<Span>();
    for (int first = 0; first < words.size(); first++) {
      if (!isEnd(words.get(first), excluded)) {
        continue;
      }
      int limit = Math.min(words.size(), first + LONGEST);
      for (int last = first; last < limit && !excluded.contains(words.get(last).form()); last++) {
        if (isEnd(words.get(last), excluded)) {
          var text = sentence.substring(words.get(first).start(), words.get(last).end());
          spans.add(new Span(text, first, last));
        }
      }
    }
    return spans;
  }

  private static boolean isEnd(Placed word, Set<String> excluded) {
    return word.isContent() && !excluded.contains(word.form());
  }
}
