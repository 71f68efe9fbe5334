package palmares.worker.intake;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class RabbitMqIntakeTest implements JobIntakeContract {

  @TempDir private static Path work;
  private static RabbitMqBroker broker;

  @BeforeAll
  static void start() throws Exception {
    RabbitMqBroker.assumeInstalled();
    broker = RabbitMqBroker.start(work);
  }

  @BeforeEach
  void empty() throws Exception {
    broker.delete(CPU);
    broker.delete(GPU);
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @Override
  public TestBroker broker() {
    return broker;
  }
}
