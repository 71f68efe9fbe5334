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
import palmares.db.leaderboard.SnapshotStore;

/// Verifies the newest snapshot of every leaderboard, for the doctor.
@Singleton
public final class NewestSnapshots {

  private static final Logger LOG = LoggerFactory.getLogger(NewestSnapshots.class);
  private static final int BOARDS_AT_A_TIME = 100;
  private static final int REMEMBERED = 10_000;

  private final Database database;
  private final SnapshotVerifier verifier;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();

  /// A snapshot and its evidence never change, so one that was equal once is not made again each
  /// time.
  private final Map<UUID, Boolean> equal = Collections.synchronizedMap(new Recent());

  NewestSnapshots(Database database, SnapshotVerifier verifier) {
    this.database = database;
    this.verifier = verifier;
  }

  /// Those that do not verify, in words.
  ///
  /// @param again also those that this process has verified before
  public List<String> differing(boolean again) {
    var differing = new ArrayList<String>();
    @Nullable UUID after = null;
    while (true) {
      var last = after;
      var boards =
          database.transact(
              tx -> leaderboards.page(tx, null, List.of(), true, last, BOARDS_AT_A_TIME));
      for (var board : boards) {
        difference(board, again).ifPresent(differing::add);
        after = board.id();
      }
      if (boards.size() < BOARDS_AT_A_TIME) {
        return differing;
      }
    }
  }

  private Optional<String> difference(Leaderboard board, boolean again) {
    var id = database.transact(tx -> snapshots.newestId(tx, board.id()));
    if (id.isEmpty() || (!again && equal.containsKey(id.get()))) {
      return Optional.empty();
    }
    var snapshot = database.transact(tx -> snapshots.find(tx, id.get())).orElseThrow();
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
