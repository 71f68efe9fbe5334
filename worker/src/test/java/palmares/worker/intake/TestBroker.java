package palmares.worker.intake;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A broker to try an intake on, with an account that may do everything and one that may only read.
public interface TestBroker extends AutoCloseable {

  Broker publisher();

  Broker reader();

  @Override
  void close();

  default void declare(String queue) throws Exception {
    try (var connection = connection();
        var channel = channel(connection)) {
      channel.queueDeclare(queue, true, false, false, Map.of());
    }
  }

  default void publish(String queue, String... messages) throws Exception {
    try (var connection = connection();
        var channel = channel(connection)) {
      channel.confirmSelect();
      for (var message : messages) {
        var body = message.getBytes(StandardCharsets.UTF_8);
        channel.basicPublish("", queue, true, MessageProperties.PERSISTENT_BASIC, body);
      }
      channel.waitForConfirmsOrDie(5_000);
    }
  }

  /// Messages that nobody holds.
  default long waiting(String queue) throws Exception {
    try (var connection = connection();
        var channel = channel(connection)) {
      return channel.messageCount(queue);
    }
  }

  private Connection connection() throws Exception {
    return publisher().connections().newConnection("test");
  }

  private static Channel channel(Connection connection) throws Exception {
    return connection.createChannel();
  }
}
