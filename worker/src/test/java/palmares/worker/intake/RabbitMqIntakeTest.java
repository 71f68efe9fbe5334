package palmares.worker.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.testing.RabbitAccount;
import palmares.contract.testing.RabbitServer;

class RabbitMqIntakeTest implements JobIntakeContract {

  @RegisterExtension static final RabbitServer RABBIT = new RabbitServer();

  private final TestBroker broker =
      new TestBroker() {
        @Override
        public Broker publisher() {
          return as(RABBIT.publisher());
        }

        @Override
        public Broker reader() {
          return as(RABBIT.worker());
        }

        @Override
        public void close() {
          // The extension stops the server after the last test.
        }
      };

  private static Broker as(RabbitAccount account) {
    return new Broker(RABBIT.address(), account.user(), account.password());
  }

  @BeforeEach
  void empty() throws Exception {
    try (var connection = broker.publisher().connections().newConnection("test");
        var channel = connection.createChannel()) {
      channel.queueDelete(CPU);
      channel.queueDelete(GPU);
    }
  }

  @Override
  public TestBroker broker() {
    return broker;
  }

  @Test
  void aBrokerThatWasKilledIsFoundAgain() throws Exception {
    broker.declare(CPU);
    var room = new Room();
    room.room.release(10);
    var intake = new JobIntake(broker.reader(), "test", List.of("cpu"), room);
    intake.start();
    broker.publish(CPU, "{\"job\":\"c1\"}");
    await().until(() -> room.taken.size() == 1);

    RABBIT.kill();
    await().atMost(Duration.ofSeconds(30)).until(() -> !intake.isConnected());
    RABBIT.start();
    broker.declare(CPU);
    broker.publish(CPU, "{\"job\":\"c2\"}");

    await().atMost(Duration.ofSeconds(30)).until(() -> room.jobs().contains("c2"));
    intake.stop();
  }
}
