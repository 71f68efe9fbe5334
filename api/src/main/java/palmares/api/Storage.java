package palmares.api;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import palmares.db.Database;
import palmares.db.DatabaseConfig;
import palmares.db.blob.BlobStore;

/// What the api keeps things in.
@Factory
final class Storage {

  /// Opened before anything works on it: whoever is timed or woken would each complain in words of
  /// its own of a database that is refused, and the reason would be lost among them.
  @Context
  @Requires(property = "palmares.database.url")
  @Bean(preDestroy = "close")
  Database database(DatabaseSettings settings) {
    if (settings.hasOwner()) {
      Database.migrate(settings.ofOwner(), settings.user());
    }
    return Database.open(settings.config());
  }

  /// For whoever needs a connection of its own, to wait for notifications.
  @Singleton
  DatabaseConfig databaseConfig(DatabaseSettings settings) {
    return settings.config();
  }

  @Singleton
  BlobStore blobs(BlobSettings settings) {
    return new BlobStore(settings.directory());
  }

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
