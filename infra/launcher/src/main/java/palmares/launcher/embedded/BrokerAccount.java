package palmares.launcher.embedded;

/// A user of the embedded broker.
///
/// @param password letters and digits only, as [Secrets] makes them
public record BrokerAccount(String user, String password) {

  public BrokerAccount {
    if (!password.matches("[A-Za-z0-9]{16,}")) {
      throw new IllegalArgumentException(
          "the password of " + user + " must be 16 or more letters and digits");
    }
  }

  @Override
  public String toString() {
    return "BrokerAccount[user=" + user + "]";
  }
}
