package palmares.e2e.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A fenced block of a page. What follows the language on its first line says how it is checked:
///
/// | words | |
/// |---|---|
/// | `sh` | run; must end with 0 |
/// | `sh exit=2` | run; must end with this code |
/// | `sh stays` | run beside all that follow, which begin once it says that it is ready |
/// | `python`, or any language, with `file=PATH` | written to this file |
/// | `json line-of=PATH` | added to this file as one line |
/// | `LANGUAGE not-run="WHY"` | not run |
/// | `text`, `mermaid`, no language | what is printed or drawn; not run |
///
/// @param line of the page that the content begins in
record Snippet(String page, int line, String language, String words, String content) {

  private static final Pattern FENCE = Pattern.compile("(?s)\n```([^\n]*)\n(.*?)\n```(?=\n)");
  private static final Pattern NOT_RUN = Pattern.compile("not-run=\"([^\"]*)\"");

  static List<Snippet> of(Path root, String page) {
    var text = read(root.resolve(page));
    var snippets = new ArrayList<Snippet>();
    var fence = FENCE.matcher(text);
    while (fence.find()) {
      var info = fence.group(1).strip();
      var space = info.indexOf(' ');
      snippets.add(
          new Snippet(
              page,
              (int) text.substring(0, fence.start(2)).lines().count() + 1,
              space < 0 ? info : info.substring(0, space),
              space < 0 ? "" : info.substring(space + 1),
              fence.group(2) + "\n"));
    }
    return snippets;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read the page " + page, e);
    }
  }

  /// The same where what it names is elsewhere.
  Snippet at(Map<String, String> places) {
    var moved = content;
    for (var place : places.entrySet()) {
      moved = moved.replace(place.getKey(), place.getValue());
    }
    return new Snippet(page, line, language, words, moved);
  }

  /// What a program prints, or a picture.
  boolean isShown() {
    return language.isEmpty() || language.equals("text") || language.equals("mermaid");
  }

  /// Why it is not run; null if it is.
  @Nullable String notRun() {
    var reason = NOT_RUN.matcher(words);
    return reason.find() ? reason.group(1) : null;
  }

  boolean stays() {
    return words.equals("stays");
  }

  int exitCode() {
    var code = word("exit");
    return code == null ? 0 : Integer.parseInt(code);
  }

  /// The file that it is the content of.
  @Nullable String file() {
    return word("file");
  }

  /// The file that it is one line of.
  @Nullable String lineOf() {
    return word("line-of");
  }

  private @Nullable String word(String name) {
    var word = Pattern.compile("\\b" + name + "=(\\S+)").matcher(words);
    return word.find() ? word.group(1) : null;
  }

  /// Where it stands, as an editor opens it.
  String place() {
    return page + ":" + line;
  }
}
