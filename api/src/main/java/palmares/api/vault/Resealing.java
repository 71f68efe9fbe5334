package palmares.api.vault;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals everything anew that an earlier master key has sealed, when the server starts. Several
/// replicas may do this at once.
@Singleton
final class Resealing implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
  private static final int AT_ONCE = 100;

  private final List<SealedRows> tables;

  Resealing(List<SealedRows> tables) {
    this.tables = tables;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofVirtual().name("resealing").start(() -> tables.forEach(Resealing::reseal));
  }

  private static void reseal(SealedRows table) {
    try {
      int all = 0;
      int some;
      do {
        some = table.reseal(AT_ONCE);
        all += some;
      } while (some == AT_ONCE);
      if (all > 0) {
        LOG.info("Sealed {} {} anew under the present master key", all, table.what());
      }
    } catch (RuntimeException e) {
      LOG.error("Some {} stay under a master key that is not the present one", table.what(), e);
    }
  }
}
