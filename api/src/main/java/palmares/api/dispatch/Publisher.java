package palmares.api.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import palmares.contract.work.JobAvailable;
import palmares.db.Json;
import palmares.db.job.DispatchStore.Dispatched;

/// One connection to the broker, used by one thread: declares queues and publishes with confirms.
final class Publisher implements AutoCloseable {

  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(10);

  private final Connection connection;
  private final Channel channel;
  private final BrokerProfile profile;
  private final Set<String> declared = new HashSet<>();

  private Publisher(Connection connection, Channel channel, BrokerProfile profile) {
    this.connection = connection;
    this.channel = channel;
    this.profile = profile;
  }

  static Publisher connect(BrokerConfig config) throws IOException, TimeoutException {
    var connection = config.connections().newConnection("palmares api");
    var channel = connection.createChannel();
    if (channel == null) {
      connection.abort();
      throw new IOException("the broker gives no channel");
    }
    channel.confirmSelect();
    return new Publisher(connection, channel, config.profile());
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /// Makes sure that the queue of a capability is there.
  void declare(String capability) throws IOException {
    if (!declared.contains(capability)) {
      channel.queueDeclare(
          JobAvailable.queue(capability), true, false, false, profile.queueArguments());
      declared.add(capability);
    }
  }

  /// Returns when the broker has taken responsibility for every message.
  ///
  /// @throws IOException if it has not for some, whichever
  void publish(String capability, List<Dispatched> jobs)
      throws IOException, InterruptedException, TimeoutException {
    declare(capability);
    for (var job : jobs) {
      var message = new JobAvailable(job.job().toString(), job.trace());
      channel.basicPublish(
          "",
          JobAvailable.queue(capability),
          MessageProperties.PERSISTENT_BASIC,
          Json.canonical(message).getBytes(UTF_8));
    }
    channel.waitForConfirmsOrDie(CONFIRMED_WITHIN.toMillis());
  }

  @Override
  public void close() {
    connection.abort(2_000);
  }
}
