package palmares.db;

import java.time.Duration;

/// Where the database is and how it is used.
///
/// @param url JDBC address, such as `jdbc:postgresql://localhost:5432/palmares`
/// @param user signs in: the api's login, which works as the role `palmares_api`, or the owner of
///   the schema, which migrates and nothing else
/// @param connections most connections open at a time
/// @param patience longest wait for a free connection
public record DatabaseConfig(
    String url, String user, String password, int connections, Duration patience) {

  public DatabaseConfig {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException("url must start with jdbc:postgresql: but is " + url);
    }
    if (connections < 2) {
      throw new IllegalArgumentException("connections must be 2 or more: " + connections);
    }
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("patience must be positive: " + patience);
    }
  }

  public static DatabaseConfig of(String url, String user, String password) {
    return new DatabaseConfig(url, user, password, 10, Duration.ofSeconds(10));
  }

  /// The same database for somebody else.
  public DatabaseConfig signedInAs(String otherUser, String itsPassword) {
    return new DatabaseConfig(url, otherUser, itsPassword, connections, patience);
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "DatabaseConfig[url=" + url + ", user=" + user + ", connections=" + connections + "]";
  }
}
