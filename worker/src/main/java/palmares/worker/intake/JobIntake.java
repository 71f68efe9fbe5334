package palmares.worker.intake;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.contract.work.JobAvailable;
import palmares.worker.intake.Subscription.Delivery;

/// Takes hints from the queues of this worker's capabilities, as many as there is room for. It
/// declares nothing, survives the broker's absence, and connects again by itself.
public final class JobIntake {

  private static final Logger LOG = LoggerFactory.getLogger(JobIntake.class);
  private static final Duration LOOK_UP = Duration.ofMillis(250);

  private final Broker broker;
  private final List<String> queues;
  private final Hints hints;
  private final Reconnection reconnection =
      new Reconnection(Duration.ofMillis(250), Duration.ofSeconds(10));
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection connection;

  /// @param name of the worker, as the broker's operator sees it
  public JobIntake(Broker broker, String name, List<String> capabilities, Hints hints) {
    this.broker = broker;
    this.queues = capabilities.stream().map(JobAvailable::queue).toList();
    this.hints = hints;
    this.thread = Thread.ofPlatform().daemon().name("intake-" + name).unstarted(() -> run(name));
  }

  public void start() {
    thread.start();
  }

  public boolean isConnected() {
    var current = connection;
    return current != null && current.isOpen();
  }

  /// Takes no more hints; the one in hand is answered first, those behind it go back to their
  /// queue.
  public void stop() throws InterruptedException {
    stopping.countDown();
    thread.join(Duration.ofSeconds(15));
  }

  private boolean isStopped() {
    return stopping.getCount() == 0;
  }

  private void run(String name) {
    try {
      while (!isStopped()) {
        serve("palmares worker " + name);
      }
    } catch (InterruptedException e) {
      LOG.info("intake of {} was interrupted and ends", name);
    }
  }

  private void serve(String name) throws InterruptedException {
    try (var current = broker.connections().newConnection(name)) {
      connection = current;
      serve(current);
    } catch (IOException | TimeoutException | RuntimeException | Error e) {
      if (!isStopped()) {
        var pause = reconnection.pause();
        LOG.warn("broker {}: {}; next try in {} ms", broker, reason(e), pause.toMillis());
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      connection = null;
    }
  }

  private void serve(Connection current) throws IOException, InterruptedException {
    var channel = current.createChannel();
    if (channel == null) {
      throw new IOException("no channel is left on this connection");
    }
    while (!isStopped()) {
      if (hints.awaitRoom(LOOK_UP)) {
        takeWhileRoom(channel);
      }
    }
  }

  private void takeWhileRoom(Channel channel) throws IOException, InterruptedException {
    try (var subscription = Subscription.to(channel, queues)) {
      reconnection.succeeded();
      while (!isStopped() && subscription.isActive() && hints.awaitRoom(Duration.ZERO)) {
        var next = subscription.next(LOOK_UP);
        if (next != null) {
          take(next, subscription);
        }
      }
    }
  }

  private void take(Delivery next, Subscription subscription)
      throws IOException, InterruptedException {
    boolean used = hints.take(next.hint());
    if (!hints.awaitRoom(Duration.ZERO)) {
      // Before the acknowledgement, which would bring the next hint.
      subscription.end();
    }
    if (used) {
      subscription.used(next);
    } else {
      subscription.giveBack(next.deliveryTag());
    }
  }

  private static String reason(Throwable e) {
    var cause = e.getCause();
    return cause == null ? e.toString() : e + ", " + cause.getMessage();
  }
}
