package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Settings SETTINGS =
      Settings.of(Map.of("k", "3", "level", "0.9", "gaps", "worst"));

  @Test
  void anAbsentSettingTakesItsDefault() {
    assertThat(Settings.NONE.integer("k", 5)).isEqualTo(5);
    assertThat(Settings.NONE.number("level", 0.95)).isEqualTo(0.95);
    assertThat(Settings.NONE.choice("gaps", "unranked", Set.of("unranked", "worst")))
        .isEqualTo("unranked");
  }

  @Test
  void aPresentSettingIsRead() {
    assertThat(SETTINGS.integer("k", 5)).isEqualTo(3);
    assertThat(SETTINGS.number("level", 0.95)).isEqualTo(0.9);
    assertThat(SETTINGS.choice("gaps", "unranked", Set.of("unranked", "worst"))).isEqualTo("worst");
  }

  @Test
  void anUnknownSettingIsRefusedByName() {
    assertThat(SETTINGS.allIn(Set.of("k", "level", "gaps"))).isEqualTo(SETTINGS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.allIn(Set.of("k", "level")))
        .withMessage("setting 'gaps' is unknown; known are [k, level]");
  }

  @Test
  void aWrongValueIsRefusedWithTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.integer("level", 1))
        .withMessageContaining("'level' must be a whole number: '0.9'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.with("level", Double.NaN).number("level", 1))
        .withMessageContaining("'level' must be finite: 'NaN'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.choice("gaps", "unranked", Set.of("unranked", "bounds")))
        .withMessage("setting 'gaps' must be one of [bounds, unranked]: 'worst'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.text("evaluator"))
        .withMessageContaining("'evaluator' is missing");
  }
}
