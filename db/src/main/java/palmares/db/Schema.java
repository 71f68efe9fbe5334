package palmares.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The schema as the migrations make it.
final class Schema {

  private Schema() {}

  /// Applies the migrations that are missing.
  static void migrate(DatabaseConfig owner) {
    flyway(Database.signedIn(owner)).migrate();
  }

  /// @throws IllegalArgumentException if migrations are missing, or are not those that were applied
  static void demandCurrent(DatabaseConfig config) {
    var found = flyway(Database.source(config)).validateWithResult();
    if (!found.validationSuccessful) {
      throw new IllegalArgumentException(
          "the schema at %s is not that of this version, and no owner is named who brings it up to date: %s"
              .formatted(config.url(), found.getAllErrorMessages().lines().findFirst().orElse("")));
    }
  }

  private static Flyway flyway(DataSource source) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:palmares/db/migration")
        .loggers("slf4j")
        .load();
  }
}
