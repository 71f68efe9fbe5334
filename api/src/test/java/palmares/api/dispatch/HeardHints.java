package palmares.api.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DeliverCallback;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import palmares.contract.testing.RabbitAccount;
import palmares.contract.testing.RabbitServer;
import palmares.contract.work.JobAvailable;
import palmares.db.Json;

/// What a worker with the capability `cpu` hears from the broker.
final class HeardHints {

  private final BlockingQueue<JobAvailable> hints = new LinkedBlockingQueue<>();
  private final RabbitServer rabbit;

  HeardHints(RabbitServer rabbit) {
    this.rabbit = rabbit;
  }

  /// Reads the queue as a worker does, once it is there, until the connection is closed.
  Connection listen() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(this::consuming, connection -> true);
  }

  /// Does something to the queues as the api could, which may declare and delete them.
  void asPublisher(ChannelDeed deed) throws Exception {
    try (var connection = connected(rabbit.publisher());
        var channel = connection.createChannel()) {
      deed.on(channel);
    }
  }

  @FunctionalInterface
  interface ChannelDeed {
    void on(Channel channel) throws IOException;
  }

  private Connection connected(RabbitAccount account) throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(rabbit.address());
    factory.setUsername(account.user());
    factory.setPassword(account.password());
    return factory.newConnection();
  }

  private Connection consuming() throws Exception {
    var connection = connected(rabbit.worker());
    DeliverCallback heard =
        (tag, message) ->
            hints.add(Json.read(new String(message.getBody(), UTF_8), JobAvailable.class));
    connection.createChannel().basicConsume(JobAvailable.queue("cpu"), true, heard, tag -> {});
    return connection;
  }

  @Nullable JobAvailable next(long patience, TimeUnit unit) throws InterruptedException {
    return hints.poll(patience, unit);
  }

  List<JobAvailable> soFar() {
    return List.copyOf(hints);
  }
}
