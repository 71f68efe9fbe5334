package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.problem.Refused;
import palmares.db.Tx;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;
import palmares.db.leaderboard.SnapshotStore;

/// The leaderboards and snapshots that the caller of a request may see.
@Singleton
final class VisibleBoards {

  private final Callers callers;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();

  VisibleBoards(Callers callers) {
    this.callers = callers;
  }

  /// @throws Refused if there is none that the caller may see
  Leaderboard board(Tx tx, UUID id) {
    return leaderboards
        .find(tx, id)
        .filter(board -> isAdmin() || leaderboards.isVisible(tx, id, teams()))
        .orElseThrow(() -> Refused.notFound("leaderboard", id.toString()));
  }

  /// @throws Refused if there is none that the caller may see
  Snapshot snapshot(Tx tx, String id) {
    var snapshot =
        snapshots.find(tx, id("snapshot", id)).orElseThrow(() -> Refused.notFound("snapshot", id));
    if (!isAdmin() && !leaderboards.isVisible(tx, snapshot.leaderboardId(), teams())) {
      throw Refused.notFound("snapshot", id);
    }
    return snapshot;
  }

  /// @throws Refused if it is no id, as if there were nothing under it
  static UUID id(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refused.notFound(what, text);
    }
  }

  Caller caller() {
    return callers.current();
  }

  /// Those of the caller.
  List<UUID> teams() {
    return switch (callers.current()) {
      case Caller.Person person -> person.teams().stream().map(Caller.Team::id).toList();
      case Caller.Anonymous anonymous -> List.of();
      case Caller.Worker worker -> List.of();
    };
  }

  boolean isAdmin() {
    return callers.current() instanceof Caller.Person person && person.isAdmin();
  }
}
