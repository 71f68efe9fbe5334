package palmares.api.leaderboard;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import palmares.api.problem.Refused;

/// Lets a few requests rank at a time. Whoever reads a board need not have signed in, and what is
/// ranked for one reader holds a connection to the database all the while.
@Singleton
final class RankingTurns {

  static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Duration patience;

  @Inject
  RankingTurns() {
    this(Duration.ofSeconds(5));
  }

  RankingTurns(Duration patience) {
    this.patience = patience;
  }

  /// @throws Refused if no turn came in time
  <T> T take(Supplier<T> ranking) {
    if (!isFree()) {
      throw Refused.later(
          "too-many-rankings",
          HttpStatus.SERVICE_UNAVAILABLE,
          "%d rankings are being made for other readers; ask again soon.".formatted(AT_ONCE),
          patience);
    }
    try {
      return ranking.get();
    } finally {
      turns.release();
    }
  }

  /// Without waiting for a turn where nothing has to be ranked.
  <T> T takeIf(boolean ranks, Supplier<T> answer) {
    return ranks ? take(answer) : answer.get();
  }

  private boolean isFree() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
