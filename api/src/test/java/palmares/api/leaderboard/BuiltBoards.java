package palmares.api.leaderboard;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.api.system.Anonymity;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Verification;
import palmares.contract.leaderboard.WinRates;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;
import palmares.db.leaderboard.SnapshotStore;

/// Builds leaderboards of a test and reads what came of it as somebody who has not signed in.
final class BuiltBoards {

  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();
  private final BoardMaker maker = new BoardMaker(new RankingMethods());
  private final EvidenceViews views = new EvidenceViews(maker);
  private final Database database;
  private final LeaderboardBuilder builder;

  BuiltBoards(Database database) {
    this.database = database;
    this.builder = new LeaderboardBuilder(database, maker);
  }

  void build(UUID id) {
    builder.build(id);
  }

  Leaderboard stored(UUID id) {
    return database.transact(tx -> leaderboards.find(tx, id).orElseThrow());
  }

  /// The newest first.
  List<Snapshot> history(UUID id) {
    return database.transact(tx -> snapshots.page(tx, id, null, 10));
  }

  Board board(UUID id) {
    return database.transact(tx ->
        new BoardReader()
            .board(
                tx,
                stored(id),
                snapshots.newest(tx, id),
                new BoardReader.View(seen(tx, id), List.of())));
  }

  WinRates winRates(UUID id) {
    return winRates(id, null);
  }

  WinRates winRates(UUID id, @Nullable String category) {
    return database.transact(tx ->
        views.winRates(
            tx,
            new EvidenceViews.WinRatesOf(stored(id), history(id).getFirst(), category, 50),
            seen(tx, id)));
  }

  SnapshotDocument category(UUID id, String category) {
    return database.transact(
        tx -> views.category(tx, stored(id), history(id).getFirst(), category));
  }

  Verification verify(UUID id) {
    return new SnapshotVerifier(database, maker).verify(stored(id), history(id).getFirst());
  }

  /// Verifies the newest snapshot as if it said this, under the digest of what it says.
  Verification verify(UUID id, String document, String provenance) {
    var newest = history(id).getFirst();
    var altered =
        new Snapshot(
            newest.id(),
            newest.leaderboardId(),
            newest.revision(),
            document,
            Json.digest(Json.read(document, SnapshotDocument.class)),
            provenance,
            newest.createdAt());
    return new SnapshotVerifier(database, maker).verify(stored(id), altered);
  }

  private Anonymity seen(Tx tx, UUID id) {
    return Anonymity.of(tx, stored(id).benchmarkVersionId(), new Caller.Anonymous());
  }
}
