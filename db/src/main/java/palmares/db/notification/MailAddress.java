package palmares.db.notification;

import java.util.List;

/// Where an account gets mail, and of what.
///
/// @param confirmed whether a code that was sent there came back
public record MailAddress(String address, boolean confirmed, List<String> events) {

  public MailAddress {
    events = List.copyOf(events);
  }

  /// Leaves the address out.
  @Override
  public String toString() {
    return "MailAddress[confirmed=" + confirmed + "]";
  }
}
