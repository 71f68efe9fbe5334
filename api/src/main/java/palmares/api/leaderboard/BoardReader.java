package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.api.system.Anonymity;
import palmares.contract.leaderboard.Board;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardNames;
import palmares.db.leaderboard.BoardNames.Named;
import palmares.db.leaderboard.BoardNames.Submitted;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.PendingSystems.Pending;
import palmares.db.leaderboard.Snapshot;

/// Turns a snapshot into what a viewer sees: ids become the names they have now.
@Singleton
final class BoardReader {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final BoardNames names = new BoardNames();

  /// What is shown beside the ranking itself, to one viewer.
  ///
  /// @param pending subjects whose evaluation has not ended
  record View(Anonymity anonymity, List<String> pending) {

    /// In the order of the names that are shown: that of the others would tell of them.
    static View of(Anonymity anonymity, List<Pending> pending) {
      var names =
          pending.stream()
              .map(each ->
                  Objects.requireNonNullElse(
                      anonymity.hidden(each.system().toString()), each.name()))
              .distinct()
              .sorted()
              .toList();
      return new View(anonymity, names);
    }
  }

  Board board(Tx tx, Leaderboard leaderboard, Optional<Snapshot> snapshot, View view) {
    return snapshot
        .map(made -> board(tx, leaderboard, made, view))
        .orElseGet(() -> empty(leaderboard, view.pending()));
  }

  private Board board(Tx tx, Leaderboard leaderboard, Snapshot snapshot, View view) {
    return board(
        tx, leaderboard, snapshot, Json.read(snapshot.document(), SnapshotDocument.class), view);
  }

  /// @param document what the rows are taken from, the snapshot's own or another made from its
  ///   evidence
  Board board(
      Tx tx, Leaderboard leaderboard, Snapshot snapshot, SnapshotDocument document, View view) {
    var provenance = Json.read(snapshot.provenance(), Provenance.class);
    var claim = provenance.definition().claimed();
    var systems =
        SeenNames.of(
            tx,
            provenance.named(Provenance.Standing::system, Provenance.Exclusion::system),
            view.anonymity());
    var submissions =
        names.submissions(
            tx,
            provenance.named(Provenance.Standing::submission, Provenance.Exclusion::submission));
    var rows =
        document.rows().stream()
            .map(row -> row(row, systems, submissions, view.anonymity()))
            .toList();
    var settings = new TreeMap<String, String>();
    document.settings().forEach((name, value) -> settings.put(name, named(value, systems)));
    var notes = document.notes().stream().map(note -> named(note, systems));
    return new Board(
        leaderboard.id().toString(),
        leaderboard.name(),
        leaderboard.title(),
        leaderboard.benchmark(),
        leaderboard.version(),
        snapshot.id().toString(),
        snapshot.revision(),
        snapshot.digest().hex(),
        snapshot.createdAt(),
        document.method(),
        settings,
        rows,
        view.pending(),
        Stream.of(notes, mended(leaderboard, provenance.gold()), problem(leaderboard))
            .flatMap(note -> note)
            .toList(),
        new Board.Provenance(
            provenance.benchmarkDigest(),
            List.copyOf(provenance.evaluators().keySet()),
            provenance.entries().stream().map(Provenance.Standing::run).toList(),
            provenance.cells(),
            provenance.gold(),
            claim == null ? null : claim.rater()));
  }

  private static Board empty(Leaderboard leaderboard, List<String> pending) {
    var definition = Json.read(leaderboard.definition(), Definition.class);
    return new Board(
        leaderboard.id().toString(),
        leaderboard.name(),
        leaderboard.title(),
        leaderboard.benchmark(),
        leaderboard.version(),
        null,
        0,
        null,
        null,
        definition.method(),
        definition.settings(),
        List.of(),
        pending,
        problem(leaderboard).toList(),
        null);
  }

  /// Readers of rows under an earlier revision must know that there is a later one.
  private static Stream<String> mended(Leaderboard leaderboard, int shown) {
    return shown == leaderboard.newestGold()
        ? Stream.empty()
        : Stream.of(
            "scored under gold revision %d; revision %d mends it, and the newest board goes over to it once every row is scored again or its owner says so"
                .formatted(shown, leaderboard.newestGold()));
  }

  private static Stream<String> problem(Leaderboard leaderboard) {
    return Stream.ofNullable(leaderboard.problem()).map(problem -> "not built anew: " + problem);
  }

  private static Board.Row row(
      SnapshotDocument.Row row,
      Map<String, Named> systems,
      Map<String, Submitted> submissions,
      Anonymity anonymity) {
    var system = systems.get(row.subject());
    var submitted = row.submission() == null ? null : submissions.get(row.submission());
    var labels = new TreeMap<String, String>();
    row.labels().forEach((name, value) -> labels.put(name, named(value, systems)));
    var elsewhere = anonymity.elsewhere(row.subject());
    if (elsewhere != null) {
      labels.put("anonymous", "everyone else sees " + elsewhere);
    }
    return new Board.Row(
        system == null ? row.subject() : system.system(),
        row.kind(),
        system == null || anonymity.hidden(row.subject()) != null ? null : row.subject(),
        row.submission(),
        system == null ? null : system.team(),
        submitted == null ? null : submitted.kind(),
        submitted != null && submitted.baseline(),
        submitted == null ? null : submitted.submittedAt(),
        row.rank(),
        row.rankLow(),
        row.rankHigh(),
        row.tieGroup(),
        row.value(),
        row.low(),
        row.high(),
        reason(row.reason(), systems),
        row.boundLow(),
        row.boundHigh(),
        row.columns(),
        labels);
  }

  private static @Nullable String reason(@Nullable String reason, Map<String, Named> systems) {
    return reason == null ? null : named(reason, systems);
  }

  /// The text with the ids of systems in it replaced by their names.
  private static String named(String text, Map<String, Named> systems) {
    return UUID_TEXT
        .matcher(text)
        .replaceAll(found -> {
          var system = systems.get(found.group());
          return Matcher.quoteReplacement(system == null ? found.group() : system.system());
        });
  }
}
