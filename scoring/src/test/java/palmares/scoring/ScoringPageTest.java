package palmares.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import palmares.scoring.battle.SettleRule;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.ranking.RankingMethod;

/// Holds `docs/scoring.md` to what there is.
class ScoringPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+@\\d+)` \\|");

  @Test
  void thePageHasOneRowForWhateverGivesNumbersInItsPresentVersion() throws IOException {
    var page = Files.readString(Path.of(System.getProperty("palmares.root"), "docs/scoring.md"));
    var metrics = ServiceLoader.load(Metric.class).stream().map(found -> found.get().key());
    var judges = ServiceLoader.load(PairwiseJudge.class).stream().map(found -> found.get().key());
    var rules = ServiceLoader.load(SettleRule.class).stream().map(found -> found.get().key());
    var methods = ServiceLoader.load(RankingMethod.class).stream().map(found -> found.get().key());

    var rows = ROW.matcher(page).results().map(row -> row.group(1)).toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(metrics, judges, rules, methods).flatMap(keys -> keys).toList());
  }
}
