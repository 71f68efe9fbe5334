package palmares.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.contract.work.JobAvailable;

/// What an intake does on every broker.
interface JobIntakeContract {

  String CPU = "palmares.jobs.cpu";
  String GPU = "palmares.jobs.gpu";

  TestBroker broker();

  /// Room for as many hints as a test allows.
  final class Room implements Hints {

    final List<JobAvailable> taken = new CopyOnWriteArrayList<>();
    final Semaphore room = new Semaphore(0);
    final AtomicInteger asked = new AtomicInteger();
    final AtomicBoolean comesBack = new AtomicBoolean();
    final AtomicInteger refusals = new AtomicInteger();

    @Override
    public boolean awaitRoom(Duration atMost) throws InterruptedException {
      asked.incrementAndGet();
      if (!room.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        if (comesBack.get()) {
          room.release();
        }
        return false;
      }
      room.release();
      return true;
    }

    @Override
    public boolean take(JobAvailable hint) {
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        return false;
      }
      room.acquireUninterruptibly();
      taken.add(hint);
      return true;
    }

    List<String> jobs() {
      return taken.stream().map(JobAvailable::job).toList();
    }
  }

  @Test
  default void whatIsThrownForOneHintIsNotTheEnd() throws Exception {
    broker().declare(CPU);
    broker().publish(CPU, "{\"job\":\"c1\"}");
    var room = new Room();
    room.room.release(10);
    var isFirst = new AtomicBoolean(true);
    var hints =
        new Hints() {
          @Override
          public boolean awaitRoom(Duration atMost) throws InterruptedException {
            return room.awaitRoom(atMost);
          }

          @Override
          public boolean take(JobAvailable hint) throws InterruptedException {
            if (isFirst.getAndSet(false)) {
              throw new LinkageError("a class is missing");
            }
            return room.take(hint);
          }
        };
    var intake = new JobIntake(broker().reader(), "test", List.of("cpu"), hints);

    intake.start();

    await().until(() -> room.jobs().equals(List.of("c1")));
    intake.stop();
  }

  @Test
  default void hintsOfAllCapabilitiesAreTakenAndUsedUp() throws Exception {
    broker().declare(CPU);
    broker().declare(GPU);
    broker().publish(CPU, "{\"job\":\"c1\",\"traceparent\":\"00-a-b-01\"}", "{\"job\":\"c2\"}");
    broker().publish(GPU, "{\"job\":\"g1\"}");
    var room = new Room();
    room.room.release(10);
    var intake = new JobIntake(broker().reader(), "test", List.of("cpu", "gpu"), room);

    intake.start();

    await().until(() -> room.taken.size() == 3);
    intake.stop();
    assertThat(room.taken)
        .containsExactlyInAnyOrder(
            new JobAvailable("c1", "00-a-b-01"),
            new JobAvailable("c2", null),
            new JobAvailable("g1", null));
    assertThat(broker().waiting(CPU)).isZero();
    assertThat(broker().waiting(GPU)).isZero();
  }

  @Test
  default void hintsStayInTheQueueWhileThereIsNoRoom() throws Exception {
    broker().declare(CPU);
    broker().publish(CPU, "{\"job\":\"c1\"}", "{\"job\":\"c2\"}", "{\"job\":\"c3\"}");
    var room = new Room();
    room.room.release(1);
    var intake = new JobIntake(broker().reader(), "test", List.of("cpu"), room);

    intake.start();

    await().until(() -> room.taken.size() == 1 && broker().waiting(CPU) == 2);
    room.room.release(1);
    await().until(() -> room.taken.size() == 2 && broker().waiting(CPU) == 1);
    intake.stop();
    assertThat(room.jobs()).containsExactly("c1", "c2");
  }

  @Test
  default void aHintThatFindsNoRoomAfterAllGoesBack() throws Exception {
    broker().declare(CPU);
    broker().publish(CPU, "{\"job\":\"c1\"}");
    var room = new Room();
    room.room.release(10);
    room.refusals.set(3);
    var intake = new JobIntake(broker().reader(), "test", List.of("cpu"), room);

    intake.start();

    await().until(() -> room.jobs().equals(List.of("c1")));
    intake.stop();
    assertThat(broker().waiting(CPU)).isZero();
  }

  @Test
  default void roomThatComesBackAtOnceIsUsed() throws Exception {
    broker().declare(CPU);
    var messages = IntStream.range(0, 50).mapToObj(i -> "{\"job\":\"c" + i + "\"}");
    broker().publish(CPU, messages.toArray(String[]::new));
    var room = new Room();
    room.room.release(1);
    room.comesBack.set(true);
    var intake = new JobIntake(broker().reader(), "test", List.of("cpu"), room);

    intake.start();

    await().until(() -> room.taken.size() == 50);
    intake.stop();
  }

  @Test
  default void whatIsNoHintIsDroppedAndTheNextIsTaken() throws Exception {
    broker().declare(CPU);
    broker().publish(CPU, "not json", "{}", "{\"job\":\"c1\"}");
    var room = new Room();
    room.room.release(10);
    var intake = new JobIntake(broker().reader(), "test", List.of("cpu"), room);

    intake.start();

    await().until(() -> room.jobs().equals(List.of("c1")));
    intake.stop();
    assertThat(broker().waiting(CPU)).isZero();
  }

  @Test
  default void aQueueThatIsNotThereYetIsWaitedFor() throws Exception {
    var late = "late" + System.nanoTime();
    var room = new Room();
    room.room.release(10);
    var intake = new JobIntake(broker().reader(), "test", List.of(late), room);
    intake.start();
    await().until(() -> room.asked.get() > 0);

    broker().declare(JobAvailable.queue(late));
    broker().publish(JobAvailable.queue(late), "{\"job\":\"c1\"}");

    await().until(() -> room.jobs().equals(List.of("c1")));
    intake.stop();
  }
}
