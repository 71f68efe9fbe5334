package palmares.api.leaderboard;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.db.Database;
import palmares.db.leaderboard.LeaderboardStore;

/// Has leaderboards built anew whose method got another version with this start (invariant 19): the
/// numbers that they show would no longer come out when they are verified. Older snapshots stay.
@Singleton
final class RaisedMethods implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(RaisedMethods.class);

  private final Database database;
  private final RankingMethods methods;

  RaisedMethods(Database database, RankingMethods methods) {
    this.database = database;
    this.methods = methods;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    want();
  }

  int want() {
    int wanted = database.transact(tx -> LeaderboardStore.wantMadeByOthers(tx, methods.keys()));
    if (wanted > 0) {
      LOG.info("{} leaderboards are built anew: their methods have another version now", wanted);
    }
    return wanted;
  }
}
