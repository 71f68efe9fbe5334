package palmares.launcher.demo;

import java.time.Duration;
import java.util.Optional;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.launcher.client.ApiConnection;

/// Kills the second worker while it holds a job, and sees the job taken from it.
final class CrashScene {

  private final ApiConnection api;
  private final SecondWorker worker;
  private long killedAt;
  private State state = State.WAITS_FOR_A_JOB;
  private Duration recovery = Duration.ZERO;

  private enum State {
    WAITS_FOR_A_JOB,
    KILLED,
    OVER
  }

  CrashScene(ApiConnection api, SecondWorker worker) {
    this.api = api;
    this.worker = worker;
  }

  /// Looks once, and acts if it is time.
  void look() {
    switch (state) {
      case WAITS_FOR_A_JOB -> {
        if (busy() > 0) {
          worker.kill();
          killedAt = System.nanoTime();
          state = State.KILLED;
        }
      }
      case KILLED -> {
        if (busy() == 0) {
          recovery = Duration.ofNanos(System.nanoTime() - killedAt);
          state = State.OVER;
        }
      }
      case OVER -> {}
    }
  }

  /// From the kill to the moment when others could have its job; empty if it never had one.
  Optional<Duration> recovery() {
    return state == State.OVER ? Optional.of(recovery) : Optional.empty();
  }

  private int busy() {
    return api.list("/workers", WorkerStatus.class).stream()
        .filter(status -> status.name().equals(worker.name()))
        .mapToInt(WorkerStatus::busy)
        .sum();
  }
}
