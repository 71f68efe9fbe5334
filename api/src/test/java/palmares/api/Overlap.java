package palmares.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.testing.TestDatabase;

/// Two transactions of which the second does its work while the first has done its own and is still
/// open: what it can go wrong by, it does go wrong by, each time.
public final class Overlap {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and wait_event_type = 'Lock'";

  private Overlap() {}

  /// Returns when both are committed.
  public static void of(TestDatabase postgres, Consumer<Tx> first, Consumer<Tx> second)
      throws Exception {
    of(postgres, first, second, tx -> {});
  }

  /// @param then done by the first while the second waits for it
  public static void of(
      TestDatabase postgres, Consumer<Tx> first, Consumer<Tx> second, Consumer<Tx> then)
      throws Exception {
    Database database = postgres.database();
    var other = new AtomicReference<Future<?>>();
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      database.run(tx -> {
        first.accept(tx);
        other.set(thread.submit(() -> database.run(second)));
        await()
            .atMost(10, SECONDS)
            .until(
                () -> other.get().isDone() || postgres.query(WAITING, Long.class).getFirst() > 0);
        then.accept(tx);
      });
      other.get().get(10, SECONDS);
    }
  }
}
