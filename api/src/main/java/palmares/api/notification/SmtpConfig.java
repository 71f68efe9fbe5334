package palmares.api.notification;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The server that mail is handed to. Without a host the platform sends none.
///
/// @param from the sender's address
/// @param tls how the connection is protected
/// @param passwordFile a file with the password, in place of the password
@ConfigurationProperties("palmares.smtp")
record SmtpConfig(
    @Nullable String host,
    @Bindable(defaultValue = "587") int port,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Nullable String from,
    @Bindable(defaultValue = "STARTTLS") Tls tls) {

  enum Tls {
    /// Refuses a server that does not offer it.
    STARTTLS,
    TLS,
    /// For a server on this machine.
    NONE
  }

  SmtpConfig {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("palmares.smtp.port must be in 1..65535: " + port);
    }
    if (host != null && from == null) {
      throw new IllegalArgumentException("palmares.smtp.from must say who sends mail by " + host);
    }
    if (user != null && password == null && passwordFile == null) {
      throw new IllegalArgumentException(
          "palmares.smtp.user needs a password, or a password-file: " + user);
    }
  }

  boolean isOn() {
    return host != null && !host.isBlank();
  }

  @Nullable String secret() {
    if (passwordFile == null) {
      return password;
    }
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read palmares.smtp.password-file " + passwordFile, e);
    }
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "SmtpConfig[host=" + host + ", port=" + port + "]";
  }
}
