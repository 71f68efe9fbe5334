package palmares.api.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DeliverCallback;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  private Connection consuming() throws Exception {
    var factory = new ConnectionFactory();
    factory.setUri(rabbit.address());
    factory.setUsername(rabbit.worker().user());
    factory.setPassword(rabbit.worker().password());
    var connection = factory.newConnection();
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
