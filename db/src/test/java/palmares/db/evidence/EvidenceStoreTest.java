package palmares.db.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.Json;
import palmares.db.job.Stage;
import palmares.db.testing.TestDatabase;
import palmares.scoring.evaluator.Score.Cause;

class EvidenceStoreTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private static final AtomicLong RUNS = new AtomicLong();

  private final long run = RUNS.incrementAndGet();

  @Test
  void storesValuesGapsAndAspectsAsTheyCame() {
    var awkward = Map.of("a \"b\" \\ c\td\ne é 𝄞", 0.1, "plain", -1e-9);

    store(Stage.SCORE, new ScoreRow(0, 0, 0.1, null, awkward), gap(1));

    assertThat(column("value", Double.class)).containsExactly(0.1, null);
    assertThat(column("cause", String.class)).containsExactly(null, "REFUSED");
    assertThat(Json.canonical(column("aspects::text", String.class).getFirst()))
        .isEqualTo(Json.canonical(awkward));
  }

  @Test
  void storesRewardsInTheirOwnTable() {
    store(Stage.REWARD, value(0, 3.5), gap(1));

    assertThat(
            POSTGRES.query(
                "select value from reward where run_no = " + run + " order by ordinal",
                Double.class))
        .containsExactly(3.5, null);
  }

  /// Invariants 5 and 7: what a key said first stays, and the rest of the batch is stored.
  @Test
  void aBatchThatOverlapsAnEarlierOneAddsOnlyWhatIsNew() {
    int first = store(Stage.SCORE, value(0, 0.1), value(1, 0.2));
    int second = store(Stage.SCORE, value(1, 0.9), value(2, 0.3));

    assertThat(List.of(first, second)).containsExactly(2, 1);
    assertThat(column("value", Double.class)).containsExactly(0.1, 0.2, 0.3);
  }

  @Test
  void tellsWhatIsDoneWithinAShard() {
    store(Stage.SCORE, value(0, 0.1), value(3, 0.2), value(7, 0.3));

    List<Integer> done =
        POSTGRES.database().transact(tx -> EvidenceStore.done(tx, Stage.SCORE, run, 1, 1, 7));

    assertThat(done).containsExactly(3, 7);
    int delivered =
        POSTGRES.database().transact(tx -> EvidenceStore.delivered(tx, Stage.SCORE, run, 1, 1, 7));
    assertThat(delivered).isEqualTo(2);
  }

  private int store(Stage stage, ScoreRow... rows) {
    return POSTGRES
        .database()
        .transact(tx -> EvidenceStore.store(tx, stage, run, 1, 1, List.of(rows)));
  }

  private <T> List<T> column(String column, Class<T> type) {
    return POSTGRES.query(
        "select " + column + " from score where run_no = " + run + " order by ordinal", type);
  }

  private static ScoreRow value(int ordinal, double value) {
    return new ScoreRow(ordinal, 0, value, null, Map.of());
  }

  private static ScoreRow gap(int ordinal) {
    return new ScoreRow(ordinal, 0, null, Cause.REFUSED, Map.of());
  }
}
