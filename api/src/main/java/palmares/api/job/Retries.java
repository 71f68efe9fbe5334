package palmares.api.job;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.job.NewRun;
import palmares.db.job.Run;
import palmares.db.job.RunState;

/// Running again what failed, as a new run.
///
/// The new run takes the evidence of the earlier one over instead of asking for it again: it has
/// the same specification, so the same evaluator versions would have to say the same, and a judge
/// would have to be paid twice. An entry is still replaced by a whole run, because the new one
/// holds all of its evidence itself.
@Singleton
public final class Retries {

  private final RunPlanner planner;

  Retries(RunPlanner planner) {
    this.planner = planner;
  }

  public sealed interface Retried {
    record Started(UUID run) implements Retried {}

    /// There is nothing to run again: it goes on still, or nothing of it failed.
    record NothingToRetry(RunState state) implements Retried {}
  }

  /// @param run held by the caller, the newest of its submission
  public Retried retry(Tx tx, Run run, int priority, @Nullable String trace) {
    return switch (run.state()) {
      case PARTIAL, CANCELLED, STOPPED -> {
        var responses = run.spec().system() == null ? run.responses() : null;
        var again =
            new NewRun(
                UuidV7.next(),
                run.submission(),
                run.team(),
                run.spec(),
                responses,
                priority,
                run.id(),
                run.rescoreOf(),
                trace);
        planner.start(tx, again);
        yield new Retried.Started(again.id());
      }
      case ACTIVE, CANCELLING, STOPPING, COMPLETE -> new Retried.NothingToRetry(run.state());
    };
  }
}
