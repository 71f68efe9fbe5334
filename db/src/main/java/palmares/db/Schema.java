package palmares.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;

/// The schema as the migrations make it.
final class Schema {

  /// Migrations of a later version, with which this one goes on.
  private static final String FUTURE = "*:future";

  private static final String PENDING = "*:pending";

  private Schema() {}

  /// Applies the migrations that are missing.
  ///
  /// @throws IllegalArgumentException if those that were applied are not those of this version
  static void migrate(DatabaseConfig owner) {
    var source = Database.signedIn(owner);
    demandOurs(owner, source);
    flyway(source, FUTURE).migrate();
  }

  /// @throws IllegalArgumentException if migrations are missing, or are not those that were applied
  static void demandCurrent(DatabaseConfig config) {
    var source = Database.source(config);
    demandOurs(config, source);
    var found = flyway(source, FUTURE).validateWithResult();
    if (!found.validationSuccessful) {
      throw new IllegalArgumentException(
          "the schema at %s is not that of this version, and no owner is named who brings it up to date: %s"
              .formatted(config.url(), firstOf(found)));
    }
  }

  /// No owner can bring such a schema up to date.
  private static void demandOurs(DatabaseConfig config, DataSource source) {
    var found = flyway(source, FUTURE, PENDING).validateWithResult();
    if (!found.validationSuccessful) {
      throw new IllegalArgumentException(
          ("the schema at %s is of another make and cannot be brought up to date (%s):"
                  + " name an empty database or a new data folder, or run the version that made it")
              .formatted(config.url(), firstOf(found)));
    }
  }

  private static String firstOf(ValidateResult found) {
    return found.getAllErrorMessages().lines().findFirst().orElse("");
  }

  /// @param leftAlone patterns of migrations whose state is no flaw
  private static Flyway flyway(DataSource source, String... leftAlone) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:palmares/db/migration")
        .ignoreMigrationPatterns(leftAlone)
        .loggers("slf4j")
        .load();
  }
}
