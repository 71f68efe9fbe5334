package palmares.api.notification;

import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.UuidV7;
import palmares.db.identity.AuditStore;
import palmares.db.notification.MailAddress;
import palmares.db.notification.MailStore;
import palmares.db.notification.NewMessage;
import palmares.db.notification.OutboxStore;

/// Addresses at which accounts get mail. Nothing but a code goes to one before the code came back,
/// and few codes a day go to any: an account must not be good for filling a stranger's mailbox.
@Singleton
final class MailAddresses {

  static final int CODES_PER_ACCOUNT = 5;
  static final int CODES_PER_ADDRESS = 3;

  private static final int LONGEST = 254;
  private static final List<String> AT_FIRST =
      List.of(NoticeKind.RUN_ENDED.word(), NoticeKind.RUN_FAILED.word());

  private final Database database;
  private final Smtp smtp;

  MailAddresses(Database database, Smtp smtp) {
    this.database = database;
    this.smtp = smtp;
  }

  sealed interface Result {
    record Done() implements Result {}

    /// The operator has not said how to send mail.
    record NoMail() implements Result {}

    record NoAddress() implements Result {}

    record WrongCode() implements Result {}

    record TooMany() implements Result {}
  }

  boolean isOn() {
    return smtp.isOn();
  }

  private record Found(@Nullable MailAddress address) {}

  @Nullable MailAddress of(Caller.Person person) {
    return database.transact(tx -> new Found(MailStore.find(tx, person.account()))).address();
  }

  /// What is wrong with an address; absent if nothing is.
  static @Nullable String flaw(String address) {
    if (address.length() > LONGEST) {
      return "it must have at most " + LONGEST + " characters";
    }
    if (!address.chars().allMatch(each -> each > ' ' && each < 127)) {
      return "it must be ASCII without spaces";
    }
    try {
      var parsed = new InternetAddress(address, true);
      return parsed.getAddress().equals(address) && address.indexOf('@') > 0
          ? null
          : "it must be one address alone, such as ada@example.org";
    } catch (AddressException e) {
      return "it must be one address alone, such as ada@example.org";
    }
  }

  Result set(Caller.Person person, String address) {
    if (!smtp.isOn()) {
      return new Result.NoMail();
    }
    var account = person.account();
    return database.transact(tx -> {
      var data = Json.canonical(Map.of("address", address.toLowerCase(Locale.ROOT)));
      if (MailStore.codesFor(tx, account) >= CODES_PER_ACCOUNT
          || MailStore.codesTo(tx, data) >= CODES_PER_ADDRESS) {
        return new Result.TooMany();
      }
      MailStore.set(tx, account, address.toLowerCase(Locale.ROOT), AT_FIRST);
      OutboxStore.toAccount(
          tx, account, new NewMessage(MailStore.CONFIRM, UuidV7.next(), data, Duration.ZERO));
      AuditStore.add(tx, account, "mail-address-given", person.name(), Map.of());
      return new Result.Done();
    });
  }

  Result confirm(Caller.Person person, String code) {
    return database.transact(tx ->
        MailStore.confirm(tx, person.account(), MailSender.hash(person.account(), code.strip()))
            ? new Result.Done()
            : new Result.WrongCode());
  }

  Result setEvents(Caller.Person person, List<String> events) {
    return database.transact(tx ->
        MailStore.setEvents(tx, person.account(), events)
            ? new Result.Done()
            : new Result.NoAddress());
  }

  void remove(Caller.Person person) {
    database.run(tx -> MailStore.remove(tx, person.account()));
  }
}
