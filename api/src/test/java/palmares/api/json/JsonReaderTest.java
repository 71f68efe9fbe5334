package palmares.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.api.problem.Flaws;

class JsonReaderTest {

  @Test
  void whatIsNotJsonIsNamedWithLineAndColumn() {
    assertThat(flaws("{\"a\": 1,\n \"b\": }"))
        .containsExactly(
            "2 null is not JSON: Unexpected character ('}' (code 125)): expected a value (column 7)");
    assertThat(flaws("")).containsExactly("1 null is empty; expected a JSON value");
    assertThat(flaws("{} {}")).containsExactly("1 null has more after the end of the JSON value");
  }

  @Test
  void brokenUtf8IsNamedWithItsByte() {
    var flaws = new Flaws(null);
    var bytes = "{\"a\":\"x?\"}".getBytes(StandardCharsets.ISO_8859_1);
    bytes[7] = (byte) 0xff;

    assertThat(JsonReader.read(bytes, 1, flaws)).isNull();
    assertThat(flaws.list().getFirst().message())
        .isEqualTo("is not UTF-8: byte 8 of the document is 0xff");
  }

  @Test
  void textThatCannotBeStoredIsAFlaw() {
    assertThat(flaws("{\"a\": {\"b\": [\"x\\u0000\"]}}"))
        .containsExactly("1 a.b[0] contains the character U+0000 at position 2");
    assertThat(flaws("{\"a\": \"\\ud83d!\"}"))
        .containsExactly("1 a contains half a character (\\ud83d) at position 1");
    assertThat(flaws("{\"a\": \"\\ud83d\\ude00\"}")).isEmpty();
  }

  @Test
  void aFieldThatStandsTwiceIsAFlaw() {
    assertThat(flaws("{\"a\": 1,\n\"a\": 2}")).containsExactly("2 a stands twice");
  }

  @Test
  void depthAndNumbersAreCapped() {
    assertThat(flaws("[".repeat(100) + "]".repeat(100)).getFirst()).contains("nesting depth");
    assertThat(flaws("[1e999999999]"))
        .containsExactly("1 [0] is a number beyond what can be stored");
    assertThat(flaws("[" + "9".repeat(2000) + "]").getFirst()).contains("length");
  }

  @Test
  void neverMoreThanAHundredFlaws() {
    assertThat(flaws("[" + "\"\\u0000\",".repeat(500) + "1]")).hasSize(100);
  }

  private static List<String> flaws(String text) {
    var flaws = new Flaws(null);
    JsonReader.read(text.getBytes(StandardCharsets.UTF_8), 1, flaws);
    return flaws.list().stream()
        .map(flaw -> flaw.line() + " " + flaw.field() + " " + flaw.message())
        .toList();
  }
}
