package palmares.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HostileTextTest {

  @Test
  void everyTextIsItselfAndTheLongOnesAreLong() {
    var all = HostileText.all();

    assertThat(all).extracting(HostileText::name).doesNotHaveDuplicates();
    assertThat(all).extracting(HostileText::text).doesNotHaveDuplicates().doesNotContain("");
    assertThat(all)
        .filteredOn(each -> each.name().startsWith("long."))
        .hasSizeGreaterThan(3)
        .allSatisfy(each -> assertThat(each.text().length()).isBetween(99_900, 100_000));
    assertThat(HostileText.shorter()).hasSizeLessThan(all.size());
  }

  @Test
  void whatSteersOrComputesIsKnownAsSuch() {
    assertThat(HostileText.steers("a\u001b[2J")).isTrue();
    assertThat(HostileText.steers("a\u202eb")).isTrue();
    assertThat(HostileText.steers("a\ud800b")).isTrue();
    assertThat(HostileText.steers("größer 👍\n")).isFalse();
    assertThat(HostileText.isFormula(" =1")).isTrue();
    assertThat(HostileText.isFormula("＝1")).isTrue();
    assertThat(HostileText.isFormula("\t1")).isTrue();
    assertThat(HostileText.isFormula("'=1")).isFalse();
  }

  @Test
  void aSinkThatIsHarmedFailsAndNamesTheText() {
    assertThatThrownBy(() ->
            new Sink("a page that runs everything")
                .survives(
                    HostileText.all(),
                    text -> assertThat(text.text()).doesNotContain("<script>planted(")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("script.element");
  }
}
