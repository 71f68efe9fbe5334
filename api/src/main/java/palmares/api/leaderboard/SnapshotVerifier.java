package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Verification;
import palmares.db.Database;
import palmares.db.Database.Isolation;
import palmares.db.Json;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;

/// Makes a snapshot again from stored evidence and compares: ranks exactly, numbers to 1e-9.
@Singleton
public final class SnapshotVerifier {

  private static final double TOLERANCE = 1e-9;
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
    var stored = Json.read(snapshot.document(), SnapshotDocument.class);
    var provenance = Json.read(snapshot.provenance(), Provenance.class);
    var comparison = new Comparison();
    if (!Json.digest(stored).equals(snapshot.digest())) {
      comparison.differ("the document does not have the digest it is stored under");
    }
    gold(provenance, comparison);
    try {
      var again =
          database.transact(
              Isolation.REPEATABLE_READ,
              tx ->
                  maker.make(
                      tx,
                      leaderboard.benchmarkVersionId(),
                      leaderboards.version(tx, leaderboard.benchmarkVersionId()).categories(),
                      provenance.definition(),
                      provenance.entries()));
      comparison.documents(stored, again.document());
    } catch (IllegalArgumentException e) {
      var reason = String.valueOf(e.getMessage());
      comparison.documents(
          stored, maker.refused(provenance.definition(), provenance.entries(), reason).document());
    }
    return new Verification(
        snapshot.id().toString(),
        comparison.differences.isEmpty(),
        comparison.largest,
        comparison.differences.stream().limit(MOST_DIFFERENCES).toList());
  }

  /// One ranking never mixes revisions of the gold.
  private void gold(Provenance provenance, Comparison comparison) {
    var runs = provenance.entries().stream().map(Provenance.Standing::runNo).toList();
    var revisions = database.transact(tx -> evidence.goldRevisions(tx, runs));
    if (!runs.isEmpty() && !revisions.equals(Set.of(provenance.gold()))) {
      comparison.differ(
          "it says gold revision %d, and its runs were scored under %s"
              .formatted(provenance.gold(), new TreeSet<>(revisions)));
    }
  }

  private static final class Comparison {

    private final List<String> differences = new ArrayList<>();
    private double largest;

    void differ(String difference) {
      differences.add(difference);
    }

    void documents(SnapshotDocument stored, SnapshotDocument again) {
      if (!stored.method().equals(again.method())) {
        differ("it was made by %s; here is %s".formatted(stored.method(), again.method()));
        return;
      }
      var rows = bySubject(again);
      for (var row : stored.rows()) {
        var other = rows.remove(row.subject());
        if (other == null) {
          differ(row.subject() + " is missing");
        } else {
          rows(row, other);
        }
      }
      rows.keySet().forEach(subject -> differ(subject + " was not there"));
    }

    private void rows(SnapshotDocument.Row stored, SnapshotDocument.Row again) {
      var subject = stored.subject();
      exact(subject, "rank", stored.rank(), again.rank());
      exact(subject, "best rank", stored.rankLow(), again.rankLow());
      exact(subject, "worst rank", stored.rankHigh(), again.rankHigh());
      exact(subject, "reason", stored.reason(), again.reason());
      number(subject, "value", stored.value(), again.value());
      number(subject, "low", stored.low(), again.low());
      number(subject, "high", stored.high(), again.high());
      exact(subject, "columns", stored.columns().keySet(), again.columns().keySet());
      stored
          .columns()
          .forEach((name, value) -> number(subject, name, value, again.columns().get(name)));
    }

    private void exact(
        String subject, String what, @Nullable Object stored, @Nullable Object again) {
      if (!Objects.equals(stored, again)) {
        differ("%s: %s was %s and is %s".formatted(subject, what, stored, again));
      }
    }

    private void number(
        String subject, String what, @Nullable Double stored, @Nullable Double again) {
      if (stored == null || again == null) {
        exact(subject, what, stored, again);
        return;
      }
      var difference = Math.abs(stored - again);
      largest = Math.max(largest, difference);
      if (!(difference <= TOLERANCE * Math.max(1, Math.abs(stored)))) {
        differ("%s: %s was %s and is %s".formatted(subject, what, stored, again));
      }
    }

    private static Map<String, SnapshotDocument.Row> bySubject(SnapshotDocument document) {
      return document.rows().stream()
          .collect(
              Collectors.toMap(
                  SnapshotDocument.Row::subject,
                  Function.identity(),
                  (first, second) -> first,
                  LinkedHashMap::new));
    }
  }
}
