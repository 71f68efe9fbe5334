package palmares.api.job;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the sweeper from the start of the server to its end.
@Singleton
final class SweepLoop implements ApplicationEventListener<ServerStartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);

  private final Runnable sweep;
  private final LedgerConfig config;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweeper").factory());

  @Inject
  SweepLoop(Sweeper sweeper, LedgerConfig config) {
    this(sweeper::sweep, config);
  }

  SweepLoop(Runnable sweep, LedgerConfig config) {
    this.sweep = sweep;
    this.config = config;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    start();
  }

  void start() {
    long millis = config.sweep().toMillis();
    executor.scheduleWithFixedDelay(this::sweep, millis, millis, TimeUnit.MILLISECONDS);
  }

  /// What is thrown here would end the sweeping for good, and without a word.
  private void sweep() {
    try {
      sweep.run();
    } catch (RuntimeException | Error e) {
      LOG.error("a sweep failed; the next one follows", e);
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
      executor.shutdownNow();
    }
  }
}
