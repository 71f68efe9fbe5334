package palmares.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CollaboratorsTest {

  @Test
  void aPageGetsTheOneInstanceOfAType() {
    assertThat(new Collaborators(Map.of(String.class, "api")).of(String.class)).isEqualTo("api");
  }

  @Test
  void aTypeThatNobodyProvidesIsNamed() {
    var collaborators = new Collaborators(Map.of(String.class, "api"));

    assertThatThrownBy(() -> collaborators.of(Integer.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.lang.Integer");
  }
}
