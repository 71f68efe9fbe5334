package palmares.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.contract.page.Page;

class PartPagerTest {

  private final List<Integer> wanted = new ArrayList<>();
  private final PartPager pager = new PartPager(25, wanted::add);

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "25, 0",
    "26, 25",
    "50010, 50000",
    "100000, 99975",
    "7000000, 99975",
    "-3, 0"
  })
  void aNumberLeadsToThePartThatHasIt(int number, int first) {
    show(0, 25, "more", 100_000);

    only(IntegerField.class).setValue(number);

    assertThat(wanted).containsExactly(first);
    assertThat(only(IntegerField.class).getValue()).as("ready for another").isNull();
  }

  @Test
  void fromTheMiddleItGoesBothWays() {
    show(50_000, 25, "more", 100_000);

    press(button("Back"));
    press(button("Next 25"));

    assertThat(wanted).containsExactly(49_975, 50_025);
    assertThat(only(Span.class).getText()).isEqualTo("50,001–50,025 of 100,000");
  }

  @Test
  void atTheEndThereIsNoNext() {
    show(99_975, 25, null, 100_000);

    assertThat(button("Next 25").isVisible()).isFalse();
    assertThat(button("Back").isVisible()).isTrue();
  }

  @Test
  void whereNobodyCountedThemItAsksForNoNumber() {
    show(25, 3, null, null);

    assertThat(only(Span.class).getText()).isEqualTo("26–28");
    assertThat(only(IntegerField.class).isVisible()).isFalse();
  }

  @Test
  void aListThatIsThereAsAWholeHasNone() {
    show(0, 4, null, 4);

    assertThat(pager.isVisible()).isFalse();
  }

  private void show(int first, int items, @Nullable String next, @Nullable Integer total) {
    pager.show(first, new Page<>(Collections.nCopies(items, "one"), next), total);
  }

  private static void press(NativeButton button) {
    ComponentUtil.fireEvent(button, new ClickEvent<>(button));
  }

  private NativeButton button(String text) {
    return all(NativeButton.class).stream()
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private <T extends Component> T only(Class<T> type) {
    return all(type).getFirst();
  }

  private <T extends Component> List<T> all(Class<T> type) {
    return pager.getChildren().filter(type::isInstance).map(type::cast).toList();
  }
}
