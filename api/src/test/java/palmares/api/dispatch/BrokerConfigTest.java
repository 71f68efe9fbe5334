package palmares.api.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerConfigTest {

  @Test
  void declaresQuorumQueuesOnRabbitMqAndPlainOnesOnTheEmbeddedBroker() {
    assertThat(BrokerProfile.RABBITMQ.queueArguments()).isEqualTo(Map.of("x-queue-type", "quorum"));
    assertThat(BrokerProfile.EMBEDDED.queueArguments()).isEmpty();
  }

  @Test
  void refusesAnAddressOfAnotherKindOrWithAnAccount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config("http://localhost:5672"))
        .withMessageContaining("amqp:// or amqps://");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> config("amqp://guest:guest@localhost"))
        .withMessageContaining("carries no account")
        .withMessageNotContaining("guest:guest");
  }

  @Test
  void doesNotShowThePassword() {
    assertThat(config("amqp://localhost").toString()).doesNotContain("very-secret");
  }

  private static BrokerConfig config(String address) {
    return new BrokerConfig(URI.create(address), "api", "very-secret", BrokerProfile.RABBITMQ);
  }
}
