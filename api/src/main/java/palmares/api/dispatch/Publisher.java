package palmares.api.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
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
  private final Queue<UUID> returned = new ConcurrentLinkedQueue<>();

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
    var publisher = new Publisher(connection, channel, config.profile());
    channel.addReturnListener(
        message -> publisher.returned.add(UUID.fromString(message.getProperties().getMessageId())));
    return publisher;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /// Makes sure that the queue of a capability is there.
  ///
  /// @return why the broker refuses that queue, which leaves the others as they are; null if it is
  ///   there
  @Nullable String declare(String capability) throws IOException {
    if (declared.contains(capability)) {
      return null;
    }
    // The broker closes the channel that it refuses a queue on.
    var own = connection.createChannel();
    if (own == null) {
      throw new IOException("the broker gives no channel");
    }
    try {
      own.queueDeclare(
          JobAvailable.queue(capability), true, false, false, profile.queueArguments());
    } catch (IOException e) {
      if (e.getCause() instanceof ShutdownSignalException signal && !signal.isHardError()) {
        return String.valueOf(signal.getMessage());
      }
      throw e;
    }
    own.abort();
    declared.add(capability);
    return null;
  }

  /// Returns when the broker has taken responsibility for every message, or has given it back since
  /// the queue has gone, which is then declared anew before the next one.
  ///
  /// @param capability whose queue is declared
  ///
  /// @return the jobs whose messages came back
  /// @throws IOException if the broker has not answered for some, whichever
  List<UUID> publish(String capability, List<Dispatched> jobs)
      throws IOException, InterruptedException, TimeoutException {
    for (var job : jobs) {
      var message = new JobAvailable(job.job().toString(), job.trace());
      channel.basicPublish(
          "",
          JobAvailable.queue(capability),
          true,
          MessageProperties.PERSISTENT_BASIC.builder().messageId(job.job().toString()).build(),
          Json.canonical(message).getBytes(UTF_8));
    }
    channel.waitForConfirmsOrDie(CONFIRMED_WITHIN.toMillis());
    return takeReturned(capability);
  }

  /// The broker returns a message before it confirms it.
  private List<UUID> takeReturned(String capability) {
    var back = new ArrayList<UUID>();
    for (var job = returned.poll(); job != null; job = returned.poll()) {
      back.add(job);
    }
    if (!back.isEmpty()) {
      declared.remove(capability);
    }
    return back;
  }

  @Override
  public void close() {
    connection.abort(2_000);
  }
}
