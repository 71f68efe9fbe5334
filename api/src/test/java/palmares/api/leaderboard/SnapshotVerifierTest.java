package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.Json;
import palmares.db.testing.TestDatabase;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SnapshotVerifierTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final BoardRows rows = new BoardRows(POSTGRES);
  private final BuiltBoards boards = new BuiltBoards(POSTGRES.database());

  @Test
  void aSnapshotIsMadeAgainFromItsEvidence() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);
    rows.run("newer", "complete", 1.0, 1.0, 1.0); // no part of the snapshot

    var verification = boards.verify(id);

    assertThat(verification.differences()).isEmpty();
    assertThat(verification.equal()).isTrue();
  }

  /// A retry adds responses to the submission, and none to the run that was ranked.
  @Test
  void lengthsOfASnapshotStayAsTheyWereWhenARetryAnswersWhatWasMissing() {
    var submission = rows.run("grows", "partial", 10.0, 8.0);
    rows.generating(submission, "done", 0, 1);
    rows.generating(submission, "failed", 2, 2);
    rows.answer(submission, 0, 10);
    rows.answer(submission, 1, 20);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);

    rows.answer(submission, 2, 600);

    assertThat(boards.board(id).rows().getFirst().columns()).containsEntry("chars", 15.0);
    assertThat(boards.verify(id).differences()).isEmpty();
  }

  @Test
  void evidenceThatWasTamperedWithIsFound() {
    var submission = rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);
    rows.sql(
        "update score set value = 9.5 where ordinal = 1 and run_no = (select no from run where"
            + " submission_id = '%s')",
        submission);

    var verification = boards.verify(id);

    assertThat(verification.equal()).isFalse();
    assertThat(verification.differences())
        .anyMatch(difference -> difference.endsWith("value was 9.0 and is 9.5"));
  }

  @TestFactory
  Stream<DynamicTest> everyComponentOfTheDocumentCounts() {
    var id = boardOfThree();
    var snapshot = boards.history(id).getFirst();
    return Stream.of(
            Alteration.of("/", SnapshotDocument.class),
            Alteration.of("/rows/0/", SnapshotDocument.Row.class),
            Alteration.of("/rows/2/", SnapshotDocument.Row.class)) // not ranked, with bounds
        .flatMap(each -> each)
        .map(each ->
            dynamicTest(
                each.pointer(),
                () -> {
                  var altered = each.in(snapshot.document());

                  var verification = boards.verify(id, altered, snapshot.provenance());

                  assertThat(verification.equal()).isFalse();
                }));
  }

  @TestFactory
  Stream<DynamicTest> everythingThatASnapshotSaysItWasMadeFromCounts() {
    var id = boardOfThree();
    var snapshot = boards.history(id).getFirst();
    return Stream.of(
            Alteration.of("/", Provenance.class)
                .filter(each -> each.component().getType() != Definition.class),
            Alteration.of("/definition/", Definition.class)
                .filter(each -> each.component().getType() != Definition.Claimed.class),
            Alteration.of("/entries/0/", Provenance.Standing.class),
            Alteration.of("/exclusions/0/", Provenance.Exclusion.class))
        .flatMap(each -> each)
        .filter(each -> !each.pointer().equals("/format")) // how to read the rest
        .map(each ->
            dynamicTest(
                each.pointer(),
                () -> {
                  var altered = each.in(snapshot.provenance());

                  var verification = boards.verify(id, snapshot.document(), altered);

                  assertThat(verification.equal()).isFalse();
                }));
  }

  @Test
  void rowsInAnotherOrderAreFound() {
    var id = boardOfThree();
    var snapshot = boards.history(id).getFirst();
    var document = (ObjectNode) Json.tree(snapshot.document());
    var rows = (ArrayNode) document.get("rows");
    rows.add(rows.remove(0));

    var verification = boards.verify(id, document.toString(), snapshot.provenance());

    assertThat(verification.differences())
        .singleElement(STRING)
        .startsWith("the rows stood in the order [");
  }

  /// Two are ranked and the third has a gap; a fourth is left out.
  private UUID boardOfThree() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    rows.run("picky", "complete", 10.0, null, null);
    rows.exclude("submission", rows.run("copy", "complete", 10.0, 8.0, 9.0), "copied");
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);
    return id;
  }
}
