package palmares.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import palmares.db.DatabaseConfig;

/// The database of the api. There is no default for where it is and who signs in.
///
/// @param user the api's login, which can do no more than the api may
/// @param owner of the schema, who brings it up to date when the api starts; where it is empty the
///   schema must be up to date
@ConfigurationProperties("palmares.database")
public record DatabaseSettings(
    String url,
    String user,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "") String owner,
    @Bindable(defaultValue = "") String ownerPassword,
    @Bindable(defaultValue = "10") int connections,
    @Bindable(defaultValue = "PT10S") Duration patience) {

  public DatabaseSettings {
    if (owner.isEmpty() && !ownerPassword.isEmpty()) {
      throw new IllegalArgumentException(
          "palmares.database.owner-password is given, but not whose it is: palmares.database.owner");
    }
  }

  DatabaseConfig config() {
    return new DatabaseConfig(url, user, password, connections, patience);
  }

  boolean hasOwner() {
    return !owner.isEmpty();
  }

  /// Signed in as the owner of the schema.
  DatabaseConfig ofOwner() {
    return config().signedInAs(owner, ownerPassword);
  }

  /// Leaves the passwords out.
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + ", owner=" + owner + "]";
  }
}
