package palmares.worker.intake;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/// Where the broker is and who this worker is to it.
///
/// @param address such as `amqp://host:5672/virtual-host`, or `amqps`
public record Broker(URI address, String user, String password) {

  public Broker {
    var scheme = address.getScheme();
    if (!"amqp".equals(scheme) && !"amqps".equals(scheme)) {
      throw new IllegalArgumentException(
          "a broker's address begins with amqp:// or amqps://: " + address);
    }
    if (address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "a broker's address carries no account; name it apart: " + address.getHost());
    }
  }

  ConnectionFactory connections() {
    var factory = new ConnectionFactory();
    try {
      factory.setUri(address);
      if ("amqps".equals(address.getScheme())) {
        // setUri alone would accept any certificate.
        factory.useSslProtocol(SSLContext.getDefault());
        factory.enableHostnameVerification();
      }
    } catch (GeneralSecurityException e) {
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

  /// Without the password.
  @Override
  public String toString() {
    return user + " at " + address;
  }
}
