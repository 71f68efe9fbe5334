package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.ranking.Samples.settings;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Rating.Unranked;

/// What holds for every ranking method there is. A new one that takes `evaluator` is checked
/// without a line here; one that needs other settings adds them to [#SETTINGS].
class EveryRankingMethodTest {

  private static final Map<String, Settings> SETTINGS =
      Map.of("sharpe-ratio", settings("truth", "quality@1", "baseline", "delta"));

  private static final List<String> SYSTEMS = List.of("alpha", "beta", "gamma", "delta", "eps");

  @Test
  void everyIdIsItsOwn() {
    assertThat(methods().map(RankingMethod::id))
        .doesNotHaveDuplicates()
        .contains("mean", "wb-score", "sharpe-ratio");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aMethodStatesWhatItIs(RankingMethod method) {
    var type = method.getClass();

    assertThat(method.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(method.version()).isPositive();
    assertThat(Modifier.isFinal(type.getModifiers())).as("%s is final", type).isTrue();
    assertThatCode(() -> Class.forName(type.getName() + "Test"))
        .as("the test of %s", type)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theSameEvidenceGivesTheSameRankingWithAllItsSettings(RankingMethod method) {
    var ranking = rank(method, evidence(SYSTEMS, 20));

    assertThat(rank(method, evidence(SYSTEMS, 20))).isEqualTo(ranking);
    assertThat(ranking.method()).isEqualTo(method.key());
    assertThat(method.rank(evidence(SYSTEMS, 20), ranking.settings()))
        .as("the settings of a ranking make it again")
        .isEqualTo(ranking);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void ranksGoFromTheBestAndStayWithinTheirRanges(RankingMethod method) {
    var ranked = ranked(rank(method, evidence(SYSTEMS, 20)));

    assertThat(ranked).isNotEmpty();
    assertThat(ranked.getFirst().rank()).isEqualTo(1);
    for (var i = 0; i < ranked.size(); i++) {
      var row = ranked.get(i);
      assertThat(row.rankLow()).isBetween(1, row.rank());
      assertThat(row.rankHigh()).isBetween(row.rank(), ranked.size());
      if (i > 0) {
        assertThat(row.value()).isLessThanOrEqualTo(ranked.get(i - 1).value());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theOrderOfTheSystemsChangesNothing(RankingMethod method) {
    var ranking = rank(method, evidence(SYSTEMS, 20));
    var turned = new ArrayList<>(SYSTEMS);
    Collections.reverse(turned);

    assertSameValues(rank(method, evidence(turned, 20)), ranking, UnaryOperator.identity());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theNamesOfTheSystemsChangeNothing(RankingMethod method) {
    var ranking = rank(method, evidence(SYSTEMS, 20));
    UnaryOperator<String> renamed =
        name ->
            SYSTEMS.contains(name) && !name.equals("delta")
                ? "z" + (9 - SYSTEMS.indexOf(name))
                : name;

    var other = renamed(evidence(SYSTEMS, 20), renamed);

    assertSameValues(rank(method, other), ranking, renamed);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void nobodyAndOneAndNoExamplesAreNoErrors(RankingMethod method) {
    assertThat(ranked(rank(method, evidence(List.of(), 5)))).isEmpty();
    assertAllFinite(rank(method, evidence(List.of("delta"), 5)));
    assertAllFinite(rank(method, evidence(SYSTEMS, 1)));
    assertThat(ranked(rank(method, evidence(SYSTEMS, 0)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void gapsEverywhereLeaveNobodyRanked(RankingMethod method) {
    var nothing = ScoreTable.builder(SYSTEMS, examples(4)).build();

    var ranking = rank(method, withTables(nothing, nothing, 4));

    assertThat(ranking.ratings()).isNotEmpty().allMatch(Unranked.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void valuesThatAreAllTheSameGiveNoAbsurdNumber(RankingMethod method) {
    var constant = table(SYSTEMS, 6, (system, example) -> 5);

    assertAllFinite(rank(method, withTables(constant, constant, 6)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void anUnknownSettingIsRefusedByName(RankingMethod method) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> method.rank(evidence(SYSTEMS, 5), settingsOf(method).with("levle", "0.9")))
        .withMessageContaining("levle");
  }

  private static void assertSameValues(
      Ranking actual, Ranking expected, UnaryOperator<String> name) {
    if (expected.notes().stream().anyMatch(note -> note.contains("order-dependent"))) {
      return;
    }
    var values = new HashMap<String, Double>();
    ranked(actual).forEach(row -> values.put(row.subject(), row.value()));
    for (var row : ranked(expected)) {
      assertThat(values.get(name.apply(row.subject())))
          .as(row.subject())
          .isCloseTo(row.value(), within(1e-9));
    }
    assertThat(values).hasSize(ranked(expected).size());
  }

  private static void assertAllFinite(Ranking ranking) {
    for (var row : ranked(ranking)) {
      assertThat(row.columns().values()).as(row.subject()).allMatch(Double::isFinite);
      row.interval().ifPresent(interval -> assertThat(interval.high() - interval.low()).isFinite());
    }
  }

  private static List<Ranked> ranked(Ranking ranking) {
    return ranking.ratings().stream()
        .filter(Ranked.class::isInstance)
        .map(Ranked.class::cast)
        .toList();
  }

  private static Ranking rank(RankingMethod method, Evidence evidence) {
    return method.rank(evidence, settingsOf(method));
  }

  private static Settings settingsOf(RankingMethod method) {
    return SETTINGS.getOrDefault(method.id(), settings("evaluator", "quality@1"));
  }

  private interface Cell {
    double value(int system, int example);
  }

  /// Values that depend on the system's name and not on its place.
  private static Evidence evidence(List<String> systems, int examples) {
    var quality =
        table(systems, examples, (system, example) -> 1 + draw("q", systems.get(system), example));
    var other =
        table(systems, examples, (system, example) -> 1 + draw("o", systems.get(system), example));
    return withTables(quality, other, examples);
  }

  private static int draw(String salt, String system, int example) {
    return new Random((salt + system).hashCode() * 1_000_003L + example).nextInt(10);
  }

  private static ScoreTable table(List<String> systems, int examples, Cell cell) {
    var table = ScoreTable.builder(systems, examples(examples));
    for (var system = 0; system < systems.size(); system++) {
      for (var example = 0; example < examples; example++) {
        table.put(system, example, cell.value(system, example));
      }
    }
    return table.build();
  }

  private static List<String> examples(int count) {
    return IntStream.range(0, count).mapToObj(i -> "e" + i).toList();
  }

  private static Evidence withTables(ScoreTable quality, ScoreTable other, int examples) {
    var tags = new HashMap<String, List<String>>();
    examples(examples).forEach(example -> tags.put(example, List.of("c" + example.length())));
    return new Evidence(
        new TreeMap<>(Map.of("quality@1", quality, "other@1", other)),
        Map.of("quality@1", 1.0, "other@1", 1.0),
        Map.of("quality@1", 10.0, "other@1", 10.0),
        tags,
        Map.of());
  }

  private static Evidence renamed(Evidence evidence, UnaryOperator<String> name) {
    var tables = new TreeMap<String, ScoreTable>();
    evidence
        .tables()
        .forEach((key, table) -> {
          var systems = table.systems().stream().map(name).toList();
          var copy = ScoreTable.builder(systems, table.examples());
          for (var system = 0; system < systems.size(); system++) {
            for (var example = 0; example < table.examples().size(); example++) {
              copy.put(system, example, table.value(system, example));
            }
          }
          tables.put(key, copy.build());
        });
    return new Evidence(
        tables,
        evidence.floors(),
        evidence.ceilings(),
        evidence.categories(),
        evidence.categoryWeights());
  }

  private static Stream<RankingMethod> methods() {
    return ServiceLoader.load(RankingMethod.class).stream().map(Provider::get);
  }
}
