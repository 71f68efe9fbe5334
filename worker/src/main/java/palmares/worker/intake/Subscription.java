package palmares.worker.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.contract.work.JobAvailable;
import palmares.worker.client.WireFormat;

/// Consumers on all queues of a worker while it has room, one unacknowledged hint at a time each.
final class Subscription implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  private final Channel channel;
  private final ObjectMapper json = WireFormat.mapper();
  private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final List<Listener> listeners = new ArrayList<>();

  /// What came over the line: a hint, or the end of the line.
  private sealed interface Arrival {
    record Message(long deliveryTag, byte[] body) implements Arrival {}

    record Broken(String reason) implements Arrival {}
  }

  record Delivery(long deliveryTag, JobAvailable hint) {}

  private Subscription(Channel channel) {
    this.channel = channel;
  }

  static Subscription to(Channel channel, List<String> queues) throws IOException {
    var subscription = new Subscription(channel);
    channel.basicQos(1);
    for (var queue : queues) {
      var listener = subscription.new Listener();
      listener.tag = channel.basicConsume(queue, false, listener);
      subscription.listeners.add(listener);
    }
    return subscription;
  }

  /// The next hint, or nothing if none came in time.
  ///
  /// @throws IOException when the broker, the channel or a queue has gone
  @Nullable Delivery next(Duration atMost) throws IOException, InterruptedException {
    return switch (arrivals.poll(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      case null -> null;
      case Arrival.Broken(var reason) -> throw new IOException(reason);
      case Arrival.Message(var tag, var body) -> read(tag, body);
    };
  }

  private @Nullable Delivery read(long tag, byte[] body) throws IOException {
    try {
      var hint = json.readValue(body, JobAvailable.class);
      if (hint.job() != null) {
        return new Delivery(tag, hint);
      }
      LOG.warn("a message without a job is no hint; dropped ({} bytes)", body.length);
    } catch (IOException e) {
      LOG.warn("a message that cannot be read is no hint; dropped: {}", e.getMessage());
    }
    channel.basicAck(tag, false);
    return null;
  }

  void used(Delivery delivery) throws IOException {
    channel.basicAck(delivery.deliveryTag(), false);
  }

  /// False once it has ended, though there may be room again by now.
  boolean isActive() {
    return !listeners.isEmpty();
  }

  void giveBack(long deliveryTag) throws IOException {
    channel.basicNack(deliveryTag, false, true);
  }

  /// Asks for no more.
  void end() throws IOException, InterruptedException {
    for (var listener : listeners) {
      channel.basicCancel(listener.tag);
    }
    for (var listener : listeners) {
      listener.ended.await(2, TimeUnit.SECONDS);
    }
    listeners.clear();
  }

  /// Gives back what came and was not used, so that another worker has it at once.
  @Override
  public void close() throws IOException, InterruptedException {
    if (!channel.isOpen()) {
      return;
    }
    end();
    for (var left = arrivals.poll(); left != null; left = arrivals.poll()) {
      if (left instanceof Arrival.Message message) {
        giveBack(message.deliveryTag());
      }
    }
  }

  private final class Listener extends DefaultConsumer {

    private final CountDownLatch ended = new CountDownLatch(1);
    private String tag = "";

    Listener() {
      super(Subscription.this.channel);
    }

    @Override
    public void handleDelivery(
        String consumer, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
      arrivals.add(new Arrival.Message(envelope.getDeliveryTag(), body));
    }

    @Override
    public void handleCancelOk(String consumer) {
      ended.countDown();
    }

    @Override
    public void handleCancel(String consumer) {
      ended.countDown();
      arrivals.add(new Arrival.Broken("the queue of " + consumer + " has gone"));
    }

    @Override
    public void handleShutdownSignal(String consumer, ShutdownSignalException signal) {
      ended.countDown();
      arrivals.add(new Arrival.Broken(String.valueOf(signal.getMessage())));
    }
  }
}
