package palmares.api.notification;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.identity.AccountStore;
import palmares.db.notification.MailAddress;
import palmares.db.notification.MailStore;
import palmares.db.notification.Message;

/// Sends a message to the address of an account: a code to one that is to be confirmed, and
/// everything else only to one that is.
@Singleton
final class MailSender {

  static final Duration CODE_LIFETIME = Duration.ofHours(1);
  private static final int CODE_BOUND = 100_000_000;

  private final Database database;
  private final Smtp smtp;
  private final MailTexts texts;
  private final SecureRandom random = new SecureRandom();

  MailSender(Database database, Smtp smtp, MailTexts texts) {
    this.database = database;
    this.smtp = smtp;
    this.texts = texts;
  }

  private record Found(@Nullable MailAddress address) {}

  Outcome send(Message message) {
    var account = Objects.requireNonNull(message.account());
    if (!smtp.isOn()) {
      return new Outcome.Never(null, "this platform sends no mail");
    }
    if (message.event().equals(MailStore.CONFIRM)) {
      return sendCode(account, message);
    }
    var address = database.transact(tx -> new Found(MailStore.find(tx, account))).address();
    return address == null || !address.confirmed()
        ? new Outcome.Never(null, "the account has no confirmed address")
        : smtp.send(message.id(), address.address(), text(message));
  }

  /// The code is made when it is sent, so that it stands nowhere before; with another try there is
  /// another one, and only the last is good.
  private Outcome sendCode(UUID account, Message message) {
    var address = Json.strings(message.data()).getOrDefault("address", "");
    var code = String.format(Locale.ROOT, "%08d", random.nextInt(CODE_BOUND));
    var name =
        database.<@Nullable String>transact(tx ->
            MailStore.setCode(tx, account, address, hash(account, code), CODE_LIFETIME)
                ? AccountStore.name(tx, account)
                : null);
    return name == null
        ? new Outcome.Never(null, "the account has another address by now")
        : smtp.send(message.id(), address, texts.code(name, code));
  }

  static Sha256 hash(UUID account, String code) {
    return Sha256.of(account + " " + code);
  }

  private MailText text(Message message) {
    Map<String, String> said = Json.strings(message.data());
    return message.event().equals(NoticeKind.BOARD_CHANGED.word())
        ? texts.board(said)
        : texts.run(
            message.event().equals(NoticeKind.RUN_FAILED.word())
                ? NoticeKind.RUN_FAILED
                : NoticeKind.RUN_ENDED,
            said);
  }
}
