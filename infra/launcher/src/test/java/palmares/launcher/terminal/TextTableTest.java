package palmares.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import palmares.launcher.terminal.TextTable.Column;

class TextTableTest {

  @Test
  void wordsStandLeftAndNumbersRight() {
    var table = TextTable.of(Column.words("name"), Column.numbers("value"));

    table.row("bm25", "7.25").row("lead-sentence", "-37.70");

    assertThat(table.toString())
        .isEqualTo(
            """
            name            value
            bm25             7.25
            lead-sentence  -37.70
            """);
  }

  @Test
  void aLongNameIsCutAndCannotLeaveItsCell() {
    var table = TextTable.of(Column.words("name", 6), Column.numbers("n"));

    table.row("ab\ncdefghij", "1");

    assertThat(table.toString().lines()).hasSize(2).last().isEqualTo("ab\uFFFDcd…  1");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    var table = TextTable.of(Column.words("name"));

    assertThatThrownBy(() -> table.row("a", "b")).hasMessageContaining("1 cells was expected");
  }
}
