package palmares.api.leaderboard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import palmares.api.event.Followed;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.event.Event;
import palmares.db.leaderboard.LeaderboardStore;

/// A leaderboard as one caller follows it: told when a newer one is built, never what is in it.
///
/// @param isAdmin and `teams`: who the caller was when the stream was opened
record FollowedBoard(Database database, UUID subject, boolean isAdmin, List<UUID> teams)
    implements Followed {

  static final String BUILT = "board-built";

  private static final LeaderboardStore LEADERBOARDS = new LeaderboardStore();

  @Override
  public Look look() {
    var isVisible = database.transact(tx -> isAdmin || LEADERBOARDS.isVisible(tx, subject, teams));
    return isVisible ? new Look.Now(null, false) : new Look.Hidden();
  }

  @Override
  public Sent sent(Event event) {
    var data = new TreeMap<String, Object>(Map.of("at", event.at(), "kind", event.kind()));
    data.putAll(event.detail());
    return new Sent("leaderboard", Json.canonical(data));
  }
}
