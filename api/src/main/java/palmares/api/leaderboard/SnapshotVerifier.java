package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import palmares.api.leaderboard.Provenance.Standing;
import palmares.contract.leaderboard.Verification;
import palmares.db.Database;
import palmares.db.Database.Isolation;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.battle.PairingAudit;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.BoardVersion;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;

/// Makes a snapshot again from stored evidence and compares: ranks exactly, numbers to 1e-9.
/// Everything that the snapshot says counts, and everything that it says it was made from.
@Singleton
public final class SnapshotVerifier {

  private static final int MOST_DIFFERENCES = 100;

  private final Database database;
  private final BoardMaker maker;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final BoardEvidence evidence = new BoardEvidence();

  SnapshotVerifier(Database database, BoardMaker maker) {
    this.database = database;
    this.maker = maker;
  }

  Verification verify(Leaderboard leaderboard, Snapshot snapshot) {
    var differences =
        database.transact(Isolation.REPEATABLE_READ, tx -> differences(tx, leaderboard, snapshot));
    return new Verification(
        snapshot.id().toString(),
        differences.words().isEmpty(),
        differences.largest(),
        differences.words().stream().limit(MOST_DIFFERENCES).toList());
  }

  private Differences differences(Tx tx, Leaderboard leaderboard, Snapshot snapshot) {
    var stored = Json.read(snapshot.document(), SnapshotDocument.class);
    var provenance = Json.read(snapshot.provenance(), Provenance.class);
    var differences = new Differences();
    if (!Json.digest(stored).equals(snapshot.digest())) {
      differences.add("the document does not have the digest it is stored under");
    }
    gold(tx, provenance, differences);
    var version = leaderboards.version(tx, leaderboard.benchmarkVersionId());
    var made = made(tx, leaderboard, version, provenance);
    differences.documents(stored, made.document());
    if (maker.isJudged(tx, provenance.definition(), provenance.entries())) {
      PairingAudit.unfounded(tx, runs(provenance.entries())).forEach(differences::add);
    }
    differences.records(
        "provenance",
        provenance,
        new Provenance(
            provenance.format(),
            version.digest().hex(),
            provenance.goldRevision(),
            Json.read(leaderboard.definition(), Definition.class),
            made.evaluators(),
            recorded(tx, provenance.entries()),
            made.cells(),
            provenance.exclusions() == null
                ? null
                : LeftOut.of(provenance)
                    .recorded(tx, leaderboard.benchmarkVersionId())
                    .exclusions()));
    return differences;
  }

  private BoardMaker.Made made(
      Tx tx, Leaderboard leaderboard, BoardVersion version, Provenance provenance) {
    var definition = provenance.definition();
    try {
      return maker.make(
          tx,
          leaderboard.benchmarkVersionId(),
          version.categories(),
          definition,
          provenance.entries(),
          LeftOut.of(provenance));
    } catch (IllegalArgumentException e) {
      return maker.refused(
          definition, provenance.entries(), String.valueOf(e.getMessage()), LeftOut.of(provenance));
    }
  }

  /// One ranking never mixes revisions of the gold.
  private void gold(Tx tx, Provenance provenance, Differences differences) {
    var runs = runs(provenance.entries());
    var revisions = evidence.goldRevisions(tx, runs);
    if (!runs.isEmpty() && !revisions.equals(Set.of(provenance.gold()))) {
      differences.add(
          "it says gold revision %d, and its runs were scored under %s"
              .formatted(provenance.gold(), new TreeSet<>(revisions)));
    }
  }

  /// The entries as the rows of their runs tell them; how often a system tried stands in its row of
  /// the document.
  private List<Standing> recorded(Tx tx, List<Standing> entries) {
    var ranked = evidence.ranked(tx, runs(entries));
    return entries.stream()
        .flatMap(entry ->
            Optional.ofNullable(ranked.get(entry.runNo())).stream()
                .map(run -> standing(entry, run)))
        .toList();
  }

  private static Standing standing(Standing entry, BoardEvidence.Ranked run) {
    return new Standing(
        run.system().toString(),
        run.submission().toString(),
        run.submissionNo(),
        run.run().toString(),
        entry.runNo(),
        run.complete(),
        entry.tries());
  }

  private static List<Long> runs(List<Standing> entries) {
    return entries.stream().map(Standing::runNo).toList();
  }
}
