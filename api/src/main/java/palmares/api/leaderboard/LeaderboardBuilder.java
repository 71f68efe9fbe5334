package palmares.api.leaderboard;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.api.notification.Notices;
import palmares.db.Database;
import palmares.db.Database.Isolation;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.event.EventStore;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.BoardVersion;
import palmares.db.leaderboard.ClaimedEvidence;
import palmares.db.leaderboard.Entry;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;
import palmares.db.leaderboard.SnapshotStore;

/// Builds the leaderboards that are due. Every replica runs it: a lock in the database admits one
/// builder to a leaderboard.
@Singleton
final class LeaderboardBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(LeaderboardBuilder.class);
  private static final int AT_A_TIME = 20;
  private static final Duration AFTER_A_BREAK = Duration.ofSeconds(30);

  private final Database database;
  private final BoardMaker maker;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();
  private final BoardEvidence evidence = new BoardEvidence();
  private final ClaimedEvidence claims = new ClaimedEvidence();

  LeaderboardBuilder(Database database, BoardMaker maker) {
    this.database = database;
    this.maker = maker;
  }

  @Scheduled(fixedDelay = "${palmares.leaderboard.poll:200ms}")
  void buildDue() {
    try {
      for (var id : database.transact(tx -> leaderboards.due(tx, AT_A_TIME))) {
        build(id);
      }
    } catch (RuntimeException e) {
      LOG.warn("Leaderboards wait: their due ones cannot be read: {}", e.getMessage());
    }
  }

  /// Builds one leaderboard up to the revision that is wanted at the start.
  void build(UUID id) {
    try {
      // The lock, the evidence and the snapshot belong to one moment; what is wanted meanwhile is
      // raised by others on the row that is therefore updated after it.
      database
          .transact(Isolation.REPEATABLE_READ, tx -> snapshot(tx, id))
          .ifPresent(built ->
              database.run(tx -> {
                leaderboards.built(tx, id, built.revision(), built.problem().orElse(null));
                EventStore.append(
                    tx, id, FollowedBoard.BUILT, Map.of("revision", built.revision() + ""));
              }));
    } catch (RuntimeException e) {
      LOG.error("Leaderboard {} was not built; next try in {}", id, AFTER_A_BREAK, e);
      database.run(tx -> leaderboards.broke(tx, id, "the last build broke off", AFTER_A_BREAK));
    }
  }

  private Optional<Built> snapshot(Tx tx, UUID id) {
    if (!leaderboards.tryLock(tx, id)) {
      return Optional.empty();
    }
    var board = leaderboards.find(tx, id).orElseThrow();
    if (board.builtRevision() >= board.wantedRevision()) {
      return Optional.empty();
    }
    try {
      insert(tx, board);
      return Optional.of(new Built(board.wantedRevision(), Optional.empty()));
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new Built(board.wantedRevision(), Optional.of(String.valueOf(e.getMessage()))));
    }
  }

  private void insert(Tx tx, Leaderboard board) {
    var definition = Json.read(board.definition(), Definition.class);
    var version = leaderboards.version(tx, board.benchmarkVersionId());
    var entries = entries(tx, board, definition);
    var standing = LeftOut.standing(tx, board.benchmarkVersionId());
    var worth = worth(tx, board, definition, entries, standing.examples());
    var standings = Standings.choose(entries, definition.entryRule(), worth);
    var leftOut = concerning(tx, standing, definition, standings);
    var newest = snapshots.newest(tx, board.id());
    var made = made(tx, board, definition, version, standings, leftOut, newest);
    var document = Json.canonical(made.document());
    var digest = Sha256.of(document);
    if (newest.filter(shown -> shown.digest().equals(digest)).isPresent()) {
      return;
    }
    var provenance =
        new Provenance(
            Provenance.FORMAT,
            version.digest().hex(),
            board.goldRevision(),
            definition,
            made.evaluators(),
            standings,
            made.cells(),
            leftOut.exclusions());
    var id = UuidV7.next();
    snapshots.insert(
        tx, id, board.id(), board.wantedRevision(), document, digest, Json.canonical(provenance));
    Notices.boardChanged(tx, board.id(), id, board.wantedRevision());
  }

  /// A ranking that the evidence does not allow leaves the board as it is, unless that shows a
  /// submission that does not stand there any more, or what is left out by now: then it says so of
  /// everybody.
  private BoardMaker.Made made(
      Tx tx,
      Leaderboard board,
      Definition definition,
      BoardVersion version,
      List<Provenance.Standing> standings,
      LeftOut leftOut,
      Optional<Snapshot> newest) {
    try {
      return maker.make(
          tx, board.benchmarkVersionId(), version.categories(), definition, standings, leftOut);
    } catch (IllegalArgumentException e) {
      if (newest.isEmpty() || isShownRightly(tx, newest.get(), board, standings)) {
        throw e;
      }
      return maker.refused(definition, standings, String.valueOf(e.getMessage()), leftOut);
    }
  }

  private boolean isShownRightly(
      Tx tx, Snapshot snapshot, Leaderboard board, List<Provenance.Standing> standings) {
    var provenance = Json.read(snapshot.provenance(), Provenance.class);
    var entries = provenance.entries();
    var now =
        concerning(
            tx, LeftOut.standing(tx, board.benchmarkVersionId()), provenance.definition(), entries);
    return submissions(standings).containsAll(submissions(entries))
        && LeftOut.of(provenance)
            .isRight(now, entries.stream().map(Provenance.Standing::system).toList());
  }

  /// What is left out and concerns a board on which these stand.
  private LeftOut concerning(
      Tx tx, LeftOut standing, Definition definition, List<Provenance.Standing> entries) {
    if (standing.raters().isEmpty()) {
      return standing;
    }
    var runs = entries.stream().map(Provenance.Standing::runNo).toList();
    var shown =
        definition.claimed() == null
            ? evidence.evaluators(tx, standing.raters().keySet(), runs).stream()
                .map(BoardEvidence.EvaluatorOfBoard::key)
                .toList()
            : List.<String>of();
    return standing.concerning(definition, shown);
  }

  private static Set<String> submissions(List<Provenance.Standing> standings) {
    return standings.stream().map(Provenance.Standing::submission).collect(Collectors.toSet());
  }

  private List<Entry> entries(Tx tx, Leaderboard board, Definition definition) {
    var claim = definition.claimed();
    var version = board.benchmarkVersionId();
    return claim == null || claim.against() == null
        ? evidence.entries(tx, version, board.goldRevision())
        : claims.entries(tx, version, claim.rater(), claim.against());
  }

  private Map<Long, Standings.Worth> worth(
      Tx tx, Leaderboard board, Definition definition, List<Entry> entries, Set<Integer> without) {
    if (!definition.entryRule().equals("best")) {
      return Map.of();
    }
    var deciding = definition.deciding();
    var runs = entries.stream().map(Entry::runNo).toList();
    var floor =
        evidence.evaluators(tx, List.of(deciding), runs).stream()
            .map(evaluator -> Optional.ofNullable(evaluator.floor()))
            .findFirst()
            .flatMap(each -> each)
            .orElse(null);
    int expected = evidence.examples(tx, board.benchmarkVersionId()).size() - without.size();
    return evidence.means(tx, runs, without).stream()
        .filter(mean -> mean.evaluator().equals(deciding))
        .collect(
            Collectors.toMap(
                BoardEvidence.Mean::runNo,
                mean ->
                    Standings.Worth.of(
                        mean.value(), mean.examples(), expected, floor, definition.gaps())));
  }

  private record Built(long revision, Optional<String> problem) {}
}
