package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.example.Example;
import palmares.worker.embedding.SharedMiniLm;

class EveryBuiltInSystemTest {

  static Stream<BuiltInSystem> systems() {
    return ServiceLoader.load(BuiltInSystem.class).stream().map(ServiceLoader.Provider::get);
  }

  @Test
  void theSystemsAreFound() {
    assertThat(systems().map(BuiltInSystem::key))
        .containsExactlyInAnyOrder(
            "lead-sentence@1",
            "longest-sentence@1",
            "random-sentence@1",
            "word-overlap@1",
            "bm25-sentence@1",
            "minilm-sentence@1",
            "minilm-two-sentences@1",
            "fusion-sentence@1",
            "minilm-span@1",
            "overlap-span@1",
            "whole-passage@1",
            "question-echo@1",
            "word-overlap-abstain@1");
  }

  @Test
  void everySystemIsOfferedAsBuiltIn() {
    var offers = BuiltInSystems.found().offers();

    assertThat(offers).hasSize((int) systems().count());
    assertThat(offers).allMatch(offer -> offer.kind().equals("built-in") && offer.floor() == null);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void anIdIsKebabCaseAndASummaryShort(BuiltInSystem system) {
    assertThat(system.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(system.version()).isPositive();
    assertThat(system.summary()).isNotBlank().hasSizeLessThan(100);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aResponseIsTheSameWhateverElseIsInTheList(BuiltInSystem system) {
    var together = respond(system, examples());

    var alone = new ArrayList<String>();
    examples().forEach(example -> alone.addAll(respond(system, List.of(example))));
    var reversed = new ArrayList<>(respond(system, examples().reversed()));
    Collections.reverse(reversed);

    assertThat(together).hasSize(examples().size()).isEqualTo(alone).isEqualTo(reversed);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void anExampleWithoutAPassageIsRefusedByName(BuiltInSystem system) {
    var example = Passages.example("lonely", new String[] {"Only a question?"});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> respond(system, List.of(example)))
        .withMessageContaining("example lonely")
        .withMessageContaining("it has 1");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void noExamplesHaveNoResponses(BuiltInSystem system) {
    assertThat(respond(system, List.of())).isEmpty();
  }

  private static List<String> respond(BuiltInSystem system, List<Example> examples) {
    return system.respond(examples, SystemSettings.NONE, SharedMiniLm.get());
  }

  private static List<Example> examples() {
    return List.of(
        Passages.example("a", Passages.LIGHTHOUSE, "How many steps has the lighthouse?"),
        Passages.example("b", "One sentence only.", "Who?"),
        Passages.example(
            "c", "First text.", "Second text, said in 日本.", "What was said? \"AND OR * ~"),
        Passages.example("d", "no full stop and no capital", "\uD83D\uDE00"),
        Passages.example("e", "A a. A a. A a.", "Is it so?"));
  }
}
