package palmares.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.operation.Operation.WorkerAttempt;

class CrashSceneTest {

  private final List<String> deeds = new ArrayList<>();
  private final List<WorkerAttempt> attempts = new ArrayList<>();
  private boolean alive = true;
  private final CrashScene scene = new CrashScene(new Recorded(), new Known());

  @Test
  void aWorkerIsKilledOnlyWhenItStillHoldsItsJobAfterALook() {
    attempts.add(attempt(null));

    scene.look();
    scene.look();
    scene.look();

    assertThat(deeds).containsExactly("freeze", "kill");
    assertThat(scene.end(0).end()).isEqualTo(Crash.End.NOT_TAKEN_AGAIN);
  }

  @Test
  void aJobWhoseEndWasUnderWaySavesTheWorker() {
    attempts.add(attempt(null));
    scene.look();
    attempts.set(0, attempt("done"));

    scene.look();

    assertThat(deeds).containsExactly("freeze", "resume");
    assertThat(scene.end(0).end()).isEqualTo(Crash.End.NEVER_BUSY);
  }

  @Test
  void anIdleWorkerGoesOnAndIsLookedAtAgain() {
    scene.look();
    attempts.add(attempt(null));
    scene.look();
    scene.look();

    assertThat(deeds).containsExactly("freeze", "resume", "freeze", "kill");
  }

  @Test
  void nobodyIsLeftFrozen() {
    attempts.add(attempt(null));
    scene.look();

    scene.end(0);

    assertThat(deeds).containsExactly("freeze", "resume");
  }

  private static WorkerAttempt attempt(@Nullable String outcome) {
    return new WorkerAttempt(
        "j", "score", "rouge-l@1", 1, Instant.EPOCH, Instant.EPOCH, outcome, null);
  }

  @Test
  void aWorkerThatDiedByItselfIsLeftAlone() {
    attempts.add(attempt(null));
    alive = false;

    scene.look();

    assertThat(scene.isReady()).isTrue();
    assertThat(deeds).isEmpty();
  }

  private final class Recorded implements SecondWorker {
    @Override
    public boolean isAlive() {
      return alive;
    }

    @Override
    public String name() {
      return "worker-2";
    }

    @Override
    public void freeze() {
      deeds.add("freeze");
    }

    @Override
    public void resume() {
      deeds.add("resume");
    }

    @Override
    public void kill() {
      deeds.add("kill");
    }
  }

  private final class Known implements WorkerRecord {
    @Override
    public boolean isListed() {
      return alive;
    }

    @Override
    public List<WorkerAttempt> attempts() {
      return attempts;
    }

    @Override
    public long doubled() {
      return 0;
    }
  }
}
