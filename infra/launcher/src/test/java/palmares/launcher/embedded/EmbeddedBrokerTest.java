package palmares.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final String QUEUE = "palmares.jobs.cpu";
  private static final BrokerAccount PUBLISHER = new BrokerAccount("api", Secrets.random());
  private static final BrokerAccount WORKER = new BrokerAccount("worker", Secrets.random());

  @TempDir static Path work;

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(work, FreePort.near(0), PUBLISHER, WORKER);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aWorkerReceivesWhatThePublisherConfirmed() throws Exception {
    try (var publisher = connect(PUBLISHER);
        var worker = connect(WORKER)) {
      var channel = publisher.createChannel();
      channel.queueDeclare(QUEUE, true, false, false, null);
      channel.confirmSelect();
      var received = new LinkedBlockingQueue<String>();
      consume(worker.createChannel(), QUEUE, received);

      channel.basicPublish(
          "", QUEUE, MessageProperties.PERSISTENT_BASIC, "job".getBytes(StandardCharsets.UTF_8));

      assertThat(channel.waitForConfirms(5_000)).isTrue();
      assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("job");
    }
  }

  @Test
  void aWorkerMayNotPublish() throws Exception {
    declare("palmares.jobs.gpu");

    assertDenied(channel -> {
      channel.confirmSelect();
      channel.basicPublish("", "palmares.jobs.gpu", null, new byte[] {1});
      channel.waitForConfirmsOrDie(5_000);
    });
  }

  @Test
  void aWorkerMayNotDeclareAQueue() throws Exception {
    assertDenied(channel -> channel.queueDeclare("mine", true, false, false, null));
  }

  @Test
  void aWorkerMayNotReadAnotherQueue() throws Exception {
    declare("audit");

    assertDenied(channel -> consume(channel, "audit", new LinkedBlockingQueue<>()));
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> connect(new BrokerAccount("worker", Secrets.random())))
        .isInstanceOf(IOException.class);
  }

  private static void declare(String queue) throws Exception {
    try (var publisher = connect(PUBLISHER)) {
      publisher.createChannel().queueDeclare(queue, true, false, false, null);
    }
  }

  /// The broker answers what an account may not do by closing its connection with code 403.
  private static void assertDenied(Attempt attempt) throws Exception {
    var connection = connect(WORKER);
    var channel = connection.createChannel();

    assertThatThrownBy(() -> attempt.by(channel)).isInstanceOf(Exception.class);

    await().until(() -> !connection.isOpen());
    assertThat(connection.getCloseReason()).hasMessageContaining("reply-code=403");
  }

  @FunctionalInterface
  private interface Attempt {
    void by(Channel channel) throws Exception;
  }

  private static void consume(Channel channel, String queue, BlockingQueue<String> received)
      throws IOException {
    channel.basicConsume(
        queue,
        true,
        new DefaultConsumer(channel) {
          @Override
          public void handleDelivery(
              String tag,
              com.rabbitmq.client.Envelope envelope,
              com.rabbitmq.client.AMQP.BasicProperties properties,
              byte[] body) {
            received.add(new String(body, StandardCharsets.UTF_8));
          }
        });
  }

  private static Connection connect(BrokerAccount account) throws Exception {
    var factory = new ConnectionFactory();
    factory.setHost("127.0.0.1");
    factory.setPort(broker.port());
    factory.setVirtualHost(EmbeddedBroker.VIRTUAL_HOST);
    factory.setUsername(account.user());
    factory.setPassword(account.password());
    return factory.newConnection();
  }
}
