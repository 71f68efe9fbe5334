package palmares.launcher.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.launcher.Shell;
import palmares.launcher.terminal.ExitCode;

/// What holds for every statistic of raters there is; a new one is checked without a line here.
class EveryStatisticTest {

  private static final String HEADER = "item,a,b,c,group";

  /// Pairs of ratings count there, so that an item and its copy are one more pair, or the best of a
  /// group does.
  private static final Set<String> CHANGED_BY_COPIES =
      Set.of(
          "alpha",
          "alpha-ordinal",
          "alpha-interval",
          "alpha-ratio",
          "replacement",
          "replacement-ordinal",
          "acc23",
          "r2-best-random");

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void theOrderOfTheItemsChangesNothing(String statistic) throws IOException {
    var items = items(statistic);
    var turned = new ArrayList<>(items);
    Collections.reverse(turned);

    assertThat(value(statistic, "a,b,c", turned))
        .isCloseTo(value(statistic, "a,b,c", items), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void copiesOfAllItemsChangeNothing(String statistic) throws IOException {
    var items = items(statistic);
    var doubled = Stream.concat(items.stream(), items.stream()).toList();

    if (CHANGED_BY_COPIES.contains(statistic)) {
      assertThat(value(statistic, "a,b,c", doubled)).isFinite();
    } else {
      assertThat(value(statistic, "a,b,c", doubled))
          .isCloseTo(value(statistic, "a,b,c", items), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void whereTheOrderOfTheRatersDoesNotCountItChangesNothing(String statistic) throws IOException {
    var items = items(statistic);

    if (Statistic.named(statistic).raters() == Statistic.Raters.EVERY_TWO) {
      assertThat(value(statistic, "b,a", items))
          .isCloseTo(value(statistic, "a,b", items), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void gapsEverywhereGiveNoNumber(String statistic) throws IOException {
    var code = run(statistic, "a,b,c", List.of(",,,1", ",,,0"));

    if (code == ExitCode.DONE) {
      var row = rows().get(0);
      assertThat(row.get("value").isNull()).isTrue();
      assertThat(row.get("reason").asText()).isNotEmpty();
    } else {
      assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(shell.err()).contains(statistic + ": ");
    }
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void bothPagesNameIt(String statistic) throws IOException {
    var root = Path.of(System.getProperty("palmares.root"));

    for (var page : List.of("docs/scoring.md", "docs/command.md")) {
      assertThat(Files.readString(root.resolve(page))).as(page).contains("`" + statistic + "`");
    }
  }

  private static Stream<String> statistics() {
    return Statistic.all().map(Statistic::word);
  }

  /// Ratings of three raters who agree in part, without the name of the item.
  private static List<String> items(String statistic) {
    var areVerdicts = Set.of("consistency", "first-slot").contains(statistic);
    var words = areVerdicts ? List.of("left", "right", "tie") : List.of("0", "0.5", "1");
    var random = new Random(11);
    var items = new ArrayList<String>();
    for (var item = 0; item < 30; item++) {
      var cells = new ArrayList<String>();
      for (var rater = 0; rater < 3; rater++) {
        cells.add(words.get(random.nextBoolean() ? item % 3 : random.nextInt(3)));
      }
      cells.add("" + item % 2);
      items.add(String.join(",", cells));
    }
    return items;
  }

  private double value(String statistic, String raters, List<String> items) throws IOException {
    assertThat(run(statistic, raters, items)).as(shell.err()).isEqualTo(ExitCode.DONE);
    return rows().get(0).get("value").asDouble();
  }

  private JsonNode rows() throws IOException {
    return new ObjectMapper().readTree(shell.out()).get("rows");
  }

  private int run(String statistic, String raters, List<String> items) throws IOException {
    var lines = new StringBuilder(HEADER).append('\n');
    for (var k = 0; k < items.size(); k++) {
      lines.append('i').append(k).append(',').append(items.get(k)).append('\n');
    }
    var file = Files.writeString(folder.resolve("ratings.csv"), lines);
    return shell.run(
        "agree",
        "--ratings",
        file.toString(),
        "--raters",
        raters,
        "--group",
        "group",
        "--stat",
        statistic,
        "--rounds",
        "100",
        "--format",
        "json");
  }
}
