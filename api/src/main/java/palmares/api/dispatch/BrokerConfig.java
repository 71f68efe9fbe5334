package palmares.api.dispatch;

import com.rabbitmq.client.ConnectionFactory;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/// Where the broker is. Without an address nothing is dispatched.
///
/// @param address such as `amqp://host:5672/virtual-host`, or `amqps`
/// @param profile `embedded` or `rabbitmq`
@Requires(property = "palmares.broker.address")
@ConfigurationProperties("palmares.broker")
public record BrokerConfig(
    URI address,
    String user,
    String password,
    @Bindable(defaultValue = "RABBITMQ") BrokerProfile profile) {

  public BrokerConfig {
    var scheme = address.getScheme();
    if (!"amqp".equals(scheme) && !"amqps".equals(scheme)) {
      throw new IllegalArgumentException(
          "palmares.broker.address must begin with amqp:// or amqps://: " + address);
    }
    if (address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "palmares.broker.address carries no account; set palmares.broker.user and"
              + " palmares.broker.password");
    }
  }

  ConnectionFactory connections() {
    var factory = new ConnectionFactory();
    try {
      factory.setUri(address.toString());
      if ("amqps".equals(address.getScheme())) {
        // The address alone would accept any certificate.
        factory.useSslProtocol(SSLContext.getDefault());
        factory.enableHostnameVerification();
      }
    } catch (GeneralSecurityException | URISyntaxException e) {
      throw new IllegalArgumentException("not a broker's address: " + address, e);
    }
    factory.setUsername(user);
    factory.setPassword(password);
    factory.setAutomaticRecoveryEnabled(false);
    factory.setConnectionTimeout(5_000);
    factory.setHandshakeTimeout(10_000);
    factory.setRequestedHeartbeat(10);
    return factory;
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return user + " at " + address + " (" + profile + ")";
  }
}
