package palmares.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.api.problem.Refused;

class CursorTest {

  @Test
  void aCursorReadsBackAsItWasWritten() {
    var cursor = Cursor.after("short-reading", 42);

    assertThat(Cursor.parse(cursor.text(), 2)).isEqualTo(cursor);
    assertThat(cursor.number(1)).isEqualTo(42);
  }

  @Test
  void whatNoListGaveIsRefused() {
    for (var text : List.of("", "%%%", "bm90", "_w")) {
      assertThatThrownBy(() -> Cursor.parse(text, 2))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("is not one that this list gave");
    }
  }

  @Test
  void aPageNamesTheNextOneOnlyIfThereIsOne() {
    var two = Pages.of(List.of("a", "b", "c"), 2, Cursor::after, row -> row);
    var last = Pages.of(List.of("a", "b"), 2, Cursor::after, row -> row);

    assertThat(two.items()).containsExactly("a", "b");
    assertThat(two.next()).isEqualTo(Cursor.after("b").text());
    assertThat(last.next()).isNull();
  }
}
