package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void aSpanBeginsAndEndsWithAContentWordAndHoldsNoExcludedOne() {
    assertThat(Span.of("The salt and rope, and goats of Tarn!", Set.of("goats")))
        .containsExactly(
            new Span("salt", 1, 1),
            new Span("salt and rope", 1, 3),
            new Span("rope", 3, 3),
            new Span("Tarn", 7, 7));
  }

  @Test
  void aSpanHasFourWordsAtMost() {
    assertThat(Span.of("salt rope wood iron coal", Set.of()))
        .extracting(Span::text)
        .contains("salt rope wood iron", "rope wood iron coal")
        .doesNotContain("salt rope wood iron coal");
  }
}
