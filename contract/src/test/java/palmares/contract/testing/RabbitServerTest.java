package palmares.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RabbitServerTest {
  @RegisterExtension static final RabbitServer RABBIT = new RabbitServer();

  private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum");

  @Test
  void keepsConfirmedMessagesOfAQuorumQueueOverAKill() throws Exception {
    try (var connection = connect(RABBIT.publisher());
        var channel = connection.createChannel()) {
      channel.queueDeclare("palmares.kept", true, false, false, QUORUM);
      channel.confirmSelect();
      channel.basicPublish("", "palmares.kept", MessageProperties.PERSISTENT_BASIC, new byte[] {7});
      channel.waitForConfirmsOrDie(10_000);
    }

    RABBIT.awaitWrittenDown("palmares.kept");
    RABBIT.kill();
    RABBIT.start();

    try (var connection = connect(RABBIT.worker());
        var channel = connection.createChannel()) {
      assertThat(channel.basicGet("palmares.kept", true).getBody()).containsExactly(7);
    }
  }

  @Test
  void letsTheWorkerReadAndNothingElse() throws Exception {
    try (var publisher = connect(RABBIT.publisher());
        var queues = publisher.createChannel()) {
      queues.queueDeclare("palmares.read", true, false, false, QUORUM);
      try (var worker = connect(RABBIT.worker())) {
        var reading = worker.createChannel();
        var writing = worker.createChannel();
        var declaring = worker.createChannel();

        assertThat(reading.basicGet("palmares.read", true)).isNull();
        writing.confirmSelect();
        writing.basicPublish("", "palmares.read", new AMQP.BasicProperties(), new byte[] {1});
        assertThatThrownBy(() -> writing.waitForConfirms(10_000)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> declaring.queueDeclare("palmares.mine", true, false, false, null))
            .isInstanceOf(IOException.class)
            .hasRootCauseMessage(
                "channel error; protocol method: #method<channel.close>(reply-code=403,"
                    + " reply-text=ACCESS_REFUSED - access to queue 'palmares.mine' in"
                    + " vhost 'palmares' refused for user 'palmares-worker', class-id=50,"
                    + " method-id=10)");
        assertThat(queues.messageCount("palmares.read")).isZero();
      }
    }
  }

  private static Connection connect(RabbitAccount account) throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(RABBIT.address());
    factory.setUsername(account.user());
    factory.setPassword(account.password());
    return factory.newConnection();
  }
}
