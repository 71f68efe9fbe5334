package palmares.api.notification;

import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Hands mail to the operator's server: plain text alone, so that nothing in a name can become more
/// than a name.
@Singleton
final class Smtp {

  private static final String UTF_8 = "UTF-8";
  private static final int REFUSED_FOR_GOOD = 500;

  private final SmtpConfig config;
  private final OutboxConfig outbox;

  Smtp(SmtpConfig config, OutboxConfig outbox) {
    this.config = config;
    this.outbox = outbox;
  }

  boolean isOn() {
    return config.isOn();
  }

  /// @param id the same with every try
  Outcome send(UUID id, String to, MailText text) {
    try {
      var message = new Stamped(session(), id);
      message.setFrom(new InternetAddress(Objects.requireNonNull(config.from())));
      message.setRecipient(RecipientType.TO, new InternetAddress(to));
      message.setSubject(text.subject(), UTF_8);
      message.setText(text.body(), UTF_8);
      // So that nobody's absence note comes back.
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
      return new Outcome.Taken(null);
    } catch (MessagingException e) {
      return refusal(e);
    }
  }

  /// What a server says may quote the address; only its code is kept.
  private Outcome refusal(MessagingException failure) {
    for (Throwable each = failure; each != null; each = next(each)) {
      int code =
          switch (each) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
          };
      if (code >= REFUSED_FOR_GOOD) {
        return new Outcome.Never(null, "the mail server refused it with " + code);
      }
      if (code > 0) {
        return Outcome.NotNow.because("the mail server put it off with " + code);
      }
    }
    return Outcome.NotNow.because(
        "the mail server did not take it (" + failure.getClass().getSimpleName() + ")");
  }

  private static @org.jspecify.annotations.Nullable Throwable next(Throwable each) {
    return each instanceof MessagingException e ? e.getNextException() : each.getCause();
  }

  private Session session() {
    var properties = new Properties();
    var millis = Long.toString(outbox.patience().toMillis());
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", Objects.requireNonNull(config.host()));
    properties.put("mail.smtp.port", Integer.toString(config.port()));
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (config.tls()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    var user = config.user();
    if (user == null) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    var password = config.secret();
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
          }
        });
  }

  /// A message with an id of ours, by which a mailbox can tell a repeat.
  private static final class Stamped extends MimeMessage {

    private final UUID id;

    Stamped(Session session, UUID id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@palmares>");
    }
  }
}
