package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.db.Database;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;
import palmares.db.leaderboard.SnapshotStore;

/// Verifies the newest snapshot of every leaderboard, or all of them, for the doctor. Those of
/// withdrawn versions keep their address and count too.
@Singleton
public final class SnapshotAudit {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotAudit.class);
  private static final int BOARDS_AT_A_TIME = 100;
  private static final int SNAPSHOTS_AT_A_TIME = 10;
  private static final int REMEMBERED = 10_000;

  private final Database database;
  private final SnapshotVerifier verifier;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();

  /// A snapshot and its evidence never change, so one that was equal once is not made again each
  /// time.
  private final Map<UUID, Boolean> equal = Collections.synchronizedMap(new Recent());

  SnapshotAudit(Database database, SnapshotVerifier verifier) {
    this.database = database;
    this.verifier = verifier;
  }

  /// Those that do not verify, in words.
  ///
  /// @param deep all snapshots; else the newest of each leaderboard, unless this process has
  ///   verified it before
  public List<String> differing(boolean deep) {
    var differing = new ArrayList<String>();
    @Nullable UUID after = null;
    while (true) {
      var last = after;
      var boards = database.transact(tx -> leaderboards.all(tx, last, BOARDS_AT_A_TIME));
      for (var board : boards) {
        if (deep) {
          differences(board, differing);
        } else {
          newest(board).ifPresent(differing::add);
        }
        after = board.id();
      }
      if (boards.size() < BOARDS_AT_A_TIME) {
        return differing;
      }
    }
  }

  private void differences(Leaderboard board, List<String> differing) {
    @Nullable Long below = null;
    while (true) {
      var last = below;
      var page = database.transact(tx -> snapshots.page(tx, board.id(), last, SNAPSHOTS_AT_A_TIME));
      for (var snapshot : page) {
        difference(board, snapshot).ifPresent(differing::add);
        below = snapshot.revision();
      }
      if (page.size() < SNAPSHOTS_AT_A_TIME) {
        return;
      }
    }
  }

  private Optional<String> newest(Leaderboard board) {
    return database
        .transact(tx -> snapshots.newestId(tx, board.id()))
        .filter(id -> !equal.containsKey(id))
        .flatMap(id -> database.transact(tx -> snapshots.find(tx, id)))
        .flatMap(snapshot -> difference(board, snapshot));
  }

  private Optional<String> difference(Leaderboard board, Snapshot snapshot) {
    try {
      var verification = verifier.verify(board, snapshot);
      if (verification.equal()) {
        equal.put(snapshot.id(), true);
        return Optional.empty();
      }
      return Optional.of(words(board, snapshot.id(), verification.differences().getFirst()));
    } catch (RuntimeException e) {
      LOG.warn("snapshot {} cannot be verified", snapshot.id(), e);
      return Optional.of(words(board, snapshot.id(), "it cannot be made again: " + e.getMessage()));
    }
  }

  private static String words(Leaderboard board, UUID snapshot, String difference) {
    return "snapshot %s of %s/%s: %s"
        .formatted(snapshot, board.benchmark(), board.name(), difference);
  }

  private static final class Recent extends LinkedHashMap<UUID, Boolean> {

    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
