package palmares.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import palmares.db.DatabaseConfig;

/// The database of the api. There is no default for where it is and who owns it.
@ConfigurationProperties("palmares.database")
public record DatabaseSettings(
    String url,
    String user,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "10") int connections,
    @Bindable(defaultValue = "PT10S") Duration patience) {

  DatabaseConfig config() {
    return new DatabaseConfig(url, user, password, connections, patience);
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return "DatabaseSettings[url=" + url + ", user=" + user + "]";
  }
}
