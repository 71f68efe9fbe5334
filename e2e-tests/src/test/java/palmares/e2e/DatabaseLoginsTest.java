package palmares.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Role;

/// Who signs in to the database of a deployment: the owner of the schema to migrate, and for
/// everything else a login that owns nothing.
class DatabaseLoginsTest {

  private static Deployment platform;

  @BeforeAll
  static void deploy() throws Exception {
    platform = Deployment.start("logins", 0);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void theOwnerHasTheTablesAndTheApiWorksUnderAnotherLogin() throws Exception {
    var postgres = platform.postgres();

    assertThat(
            postgres.column(
                "select distinct tableowner from pg_tables where schemaname = 'public'"))
        .containsExactly("palmares");
    // The api has a connection that listens, and two or more that work.
    assertThat(
            postgres.column(
                "select usename from pg_stat_activity where application_name = 'palmares'"))
        .hasSizeGreaterThan(2)
        .containsOnly("palmares_runtime");
  }

  @Test
  void anApiThatIsToldNoOwnerWorksOnASchemaThatIsUpToDate() throws Exception {
    try (var replica = new Role("logins-replica", List.of("api"), withoutOwner(Map.of()))) {
      replica.start();

      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> replica.printed().contains("api ready") || !replica.isAlive());
      assertThat(replica.printed()).contains("api ready");
    }
  }

  @Test
  void anApiThatIsToldNoOwnerDoesNotStartOnASchemaOfAnotherVersion() throws Exception {
    platform.postgres().execute("create database another owner palmares");
    var url = platform.postgres().url().replaceAll("/postgres$", "/another");

    assertThat(refused("logins-another", Map.of("PALMARES_DATABASE_URL", url)))
        .contains("is not that of this version, and no owner is named");
  }

  @Test
  void anApiThatSignsInAsTheOwnerOfTheTablesDoesNotStart() throws Exception {
    assertThat(refused("logins-owner", Map.of("PALMARES_DATABASE_USER", "palmares")))
        .contains("must not sign in to its database as palmares, which owns its tables");
  }

  /// The one line that it ends with.
  private static String refused(String name, Map<String, String> changes) throws Exception {
    try (var api = new Role(name, List.of("api"), withoutOwner(changes))) {
      api.start();
      await().atMost(Duration.ofSeconds(90)).until(() -> !api.isAlive());
      var printed = api.printed().lines().filter(line -> line.startsWith("api ")).toList();
      assertThat(printed).as(api.printed()).hasSize(1);
      return printed.getFirst();
    }
  }

  private static Map<String, String> withoutOwner(Map<String, String> changes) {
    var settings = new HashMap<>(platform.api().environment());
    settings.keySet().removeIf(name -> name.startsWith("PALMARES_DATABASE_OWNER"));
    settings.put("PALMARES_HTTP_PORT", "0");
    settings.putAll(changes);
    return settings;
  }
}
