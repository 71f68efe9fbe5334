package palmares.contract.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A text that somebody gives in order to harm who sees it. There is one collection of them, in
/// `hostile-texts.properties`, for all places that a text can come to.
///
/// @param name by which a failure tells which it was
public record HostileText(String name, String text) {

  /// Where no text may lead a browser.
  public static final String FOREIGN = "hostile.invalid";

  private static final int LONG = 100_000;

  /// What steers a terminal or turns the direction of a line; line breaks are for each place to
  /// judge.
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]");

  private static final Pattern TURNING =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069&&[^\n]]");

  private static final List<HostileText> ALL = read();

  public static List<HostileText> all() {
    return ALL;
  }

  /// Without those of 100,000 characters.
  public static List<HostileText> shorter() {
    return ALL.stream().filter(each -> each.text().length() < LONG).toList();
  }

  /// Whether a line of a file can still be broken, or turn what stands beside it.
  public static boolean turns(String written) {
    return TURNING.matcher(written).find();
  }

  /// The same, and whether it can move a cursor or hide, as in a terminal.
  public static boolean steers(String written) {
    return STEERING.matcher(written).find();
  }

  /// Whether a spreadsheet would compute the cell: OWASP's list of first characters, with their
  /// full-width twins, that some turn into plain ones.
  public static boolean isFormula(String cell) {
    var seen = cell.replaceFirst("^[\\s\\p{Cf}]+", "");
    return !seen.isEmpty() && "=+-@＝＋－＠".indexOf(seen.charAt(0)) >= 0
        || !cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0;
  }

  /// As a string of JSON, every character that is not plain ASCII escaped.
  public String json() {
    var json = new StringBuilder("\"");
    for (var c : text.toCharArray()) {
      json.append(
          c < ' ' || c > '~' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : "" + c);
    }
    return json.append('"').toString();
  }

  /// The text would be too long for the report of a test.
  @Override
  public String toString() {
    return name;
  }

  private static List<HostileText> read() {
    var written = new Properties();
    try (var in = HostileText.class.getResourceAsStream("hostile-texts.properties")) {
      written.load(new InputStreamReader(Objects.requireNonNull(in, "the collection"), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the collection cannot be read", e);
    }
    var texts = new ArrayList<HostileText>();
    new TreeMap<>(written)
        .forEach((name, text) -> texts.add(of(texts.size(), "" + name, "" + text)));
    return List.copyOf(texts);
  }

  private static HostileText of(int number, String name, String written) {
    // The number tells which script it was that ran.
    var text = written.replace("planted()", "planted(" + number + ")");
    return new HostileText(
        name, name.startsWith("long.") ? text.repeat(LONG / text.length()) : text);
  }
}
