package palmares.db.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVersionTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void theTestsRunOnAVersionThatOperatorsAreTold() {
    var version = setting("server_version");
    System.out.println("PostgreSQL of the tests: " + version + " in " + setting("data_directory"));

    assertThat(majorOf(version)).isBetween(15, 18);
  }

  @Test
  void theEmbeddedOneIsTheVersionThatThePlatformBringsAlong() {
    var isInstalled = setting("data_directory").startsWith("/tmp/palmares-postgres-");

    assertThat(isInstalled || majorOf(setting("server_version")) == 18).isTrue();
    if ("embedded".equals(System.getProperty("palmares.postgres"))) {
      assertThat(isInstalled).isFalse();
    }
  }

  private static int majorOf(String version) {
    return Integer.parseInt(version.replaceFirst("\\..*", ""));
  }

  private static String setting(String name) {
    return POSTGRES.query("show " + name, String.class).getFirst();
  }
}
