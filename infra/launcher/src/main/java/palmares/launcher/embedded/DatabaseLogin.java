package palmares.launcher.embedded;

/// One who signs in to the embedded database.
///
/// @param password letters and digits
public record DatabaseLogin(String user, String password) {

  public DatabaseLogin {
    if (!user.matches("[a-z_]+")) {
      throw new IllegalArgumentException(
          "the name of a login must be small letters and _ but is " + user);
    }
    if (!password.matches("[A-Za-z0-9]{16,}")) {
      throw new IllegalArgumentException(
          "the password of " + user + " must be 16 or more letters and digits");
    }
  }

  @Override
  public String toString() {
    return "DatabaseLogin[user=" + user + "]";
  }
}
