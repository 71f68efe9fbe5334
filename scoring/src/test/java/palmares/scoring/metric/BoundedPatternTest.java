package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\d{4}-\\d{2}-\\d{2}",
        "^.{0,5000}$",
        "(\\w+\\s+){100}",
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "[]{9999}]|[^]{9999}]|[a[({9999}]]",
        "\\Q{9999}(\\E\\{9999\\}",
        "\\p{L}{2,}\\x{1F600}{3}",
        "(?<year>\\d{4})(?i:am|pm){1}(?-i)",
        "(?<=a{1,3})b",
      })
  void whatPeopleWriteIsTaken(String pattern) {
    assertThatNoException().isThrownBy(() -> BoundedPattern.of(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((){2147483647}){2147483647}",
        "(){1001}",
        "(){1001,}",
        "((){1000}){11}",
        "((){1000}|(){1000}|()){5}x",
        "(?<=(?!)a{0,2147483647})",
        "[)](([(]){1000}){11}",
        "(\\Q)\\E(){1000}){11}",
        "(?x)a # {",
        "(?ix-m:a)",
      })
  void whatRepeatsTooOftenIsRefusedByItsText(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BoundedPattern.of(pattern))
        .withMessageStartingWith("'" + pattern + "' ");
  }

  @Test
  void whatTakesManyStepsForACharacterMayReadSoMuchLess() {
    var steps = 99 * 99;
    var budget = 100L * (10_000_000 + 100 * 500) / steps;

    assertThatThrownBy(
            () -> BoundedPattern.of("(?:(?:){99}){99}a*a*a*a*a*b").foundIn("a".repeat(500)))
        .isInstanceOf(BoundedPattern.Overran.class)
        .hasMessageContaining("read %d characters".formatted(budget));
  }
}
