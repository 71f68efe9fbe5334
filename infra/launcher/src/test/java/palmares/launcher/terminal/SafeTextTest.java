package palmares.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void whatSteersATerminalIsReplaced() {
    var clearScreen = "\u001b[2J";
    var oneByteControl = "\u009b2J";
    var turnedAround = "\u202Etxt.exe";
    var isolated = "\u2066a\u2069";

    assertThat(SafeText.lines(clearScreen)).isEqualTo("\uFFFD[2J");
    assertThat(SafeText.lines(oneByteControl)).isEqualTo("\uFFFD2J");
    assertThat(SafeText.lines(turnedAround)).isEqualTo("\uFFFDtxt.exe");
    assertThat(SafeText.lines(isolated)).isEqualTo("\uFFFDa\uFFFD");
    assertThat(SafeText.lines("back\rto\u0008 \u0000 \u2028"))
        .doesNotContainPattern("[\\r\\x08\\x00\\u2028]");
  }

  @Test
  void lineBreaksStayOnlyWhereThereMayBeLines() {
    assertThat(SafeText.lines("one\ntwo")).isEqualTo("one\ntwo");
    assertThat(SafeText.oneLine("one\ntwo")).isEqualTo("one\uFFFDtwo");
  }

  @Test
  void ordinaryTextOfAnyScriptStaysAsItIs() {
    var text = "Palmarès größer 排行榜 рейтинг é 👍";

    assertThat(SafeText.lines(text)).isEqualTo(text);
  }

  @Test
  void aLoneHalfOfAPairIsReplaced() {
    assertThat(SafeText.lines("a\ud800b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void widthCountsColumnsNotCharacters() {
    assertThat(SafeText.width("abc")).isEqualTo(3);
    assertThat(SafeText.width("排行")).isEqualTo(4);
    assertThat(SafeText.width("e\u0301")).isEqualTo(1);
    assertThat(SafeText.oneLine("排行榜排行榜", 5)).isEqualTo("排行…");
  }
}
