package palmares.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryBrokerIntakeTest implements JobIntakeContract {

  @TempDir private Path work;
  private MemoryBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = new MemoryBroker(work);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Override
  public TestBroker broker() {
    return broker;
  }

  @Test
  void aBrokerThatComesBackIsFoundAgain() throws Exception {
    broker.declare(CPU);
    var room = new Room();
    room.room.release(10);
    var intake = new JobIntake(broker.reader(), "test", List.of("cpu"), room);
    intake.start();
    broker.publish(CPU, "{\"job\":\"c1\"}");
    await().until(() -> room.taken.size() == 1);

    broker.close();
    await().until(() -> !intake.isConnected());
    broker = new MemoryBroker(work, broker.port());
    broker.declare(CPU);
    broker.publish(CPU, "{\"job\":\"c2\"}");

    await().atMost(Duration.ofSeconds(30)).until(() -> room.taken.size() == 2);
    intake.stop();
  }

  @Test
  void anIntakeWithoutABrokerWaitsAndStops() throws Exception {
    var nobody = broker.reader();
    broker.close();
    var intake = new JobIntake(nobody, "test", List.of("cpu"), new Room());

    intake.start();
    intake.stop();

    assertThat(intake.isConnected()).isFalse();
  }
}
