package palmares.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A real Keycloak, run and set up by the command `palmares keycloak`, and administered as its own
/// console does it.
public final class Keycloak implements AutoCloseable {

  /// The first start compiles its configuration; on a busy machine that takes minutes.
  private static final Duration START = Duration.ofMinutes(9);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEST_CLIENT = "tests";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final URI address;
  private final Role role;

  private Keycloak(Path data, URI address, Role role) {
    this.data = data;
    this.address = address;
    this.role = role;
  }

  /// @param origin of the pages that people come back to
  public static Keycloak start(Path data, int port, URI origin) throws IOException {
    var role =
        new Role(
            "keycloak",
            List.of(
                "keycloak",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--origin",
                origin.toString(),
                "--admin",
                "ada"),
            Map.of("PALMARES_KEYCLOAK_HOME", System.getProperty("palmares.keycloak.home")));
    role.start();
    var keycloak = new Keycloak(data, URI.create("http://localhost:" + port), role);
    keycloak.awaitReady(1);
    return keycloak;
  }

  /// Stops it and starts it again on the same data.
  public void restart() throws Exception {
    role.close();
    role.start();
    awaitReady(2);
  }

  private void awaitReady(int times) {
    await()
        .atMost(START)
        .until(() -> {
          assertThat(role.isAlive()).as(role.printed()).isTrue();
          return role.printed().split("Ctrl-C stops it", -1).length > times;
        });
  }

  public String printed() {
    return role.printed();
  }

  public URI issuer() {
    return address.resolve("/realms/palmares");
  }

  public Path clientSecret() {
    return data.resolve("client-secret");
  }

  /// Makes a client that gives tokens for a password, which no client of ours does.
  public void allowPasswords() throws IOException, InterruptedException {
    var client =
        Map.of(
            "clientId", TEST_CLIENT,
            "publicClient", true,
            "directAccessGrantsEnabled", true,
            "standardFlowEnabled", false);
    admin("POST", "/clients", client);
    var id = admin("GET", "/clients?clientId=" + TEST_CLIENT, null).get(0).get("id").asText();
    for (var scope : admin("GET", "/client-scopes", null)) {
      if (scope.get("name").asText().equals("palmares")) {
        admin("PUT", "/clients/" + id + "/default-client-scopes/" + scope.get("id").asText(), null);
      }
    }
  }

  public void addPerson(String name, String password, List<String> realmRoles)
      throws IOException, InterruptedException {
    admin(
        "POST",
        "/users",
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "email",
            name + "@example.org",
            "emailVerified",
            true,
            "firstName",
            name,
            "lastName",
            "Example",
            "credentials",
            List.of(Map.of("type", "password", "value", password, "temporary", false))));
    for (var each : realmRoles) {
      changeRole("POST", name, each);
    }
  }

  public void addToGroup(String name, String group) throws IOException, InterruptedException {
    admin("POST", "/groups", Map.of("name", group));
    var id = admin("GET", "/groups?search=" + group, null).get(0).get("id").asText();
    admin("PUT", "/users/" + idOf(name) + "/groups/" + id, null);
  }

  public void takeRole(String name, String realmRole) throws IOException, InterruptedException {
    changeRole("DELETE", name, realmRole);
  }

  private void changeRole(String method, String name, String realmRole)
      throws IOException, InterruptedException {
    var role = admin("GET", "/roles/" + realmRole, null);
    admin(method, "/users/" + idOf(name) + "/role-mappings/realm", List.of(role));
  }

  /// Ends every sign-in of a person, as an administrator does.
  public void signOut(String name) throws IOException, InterruptedException {
    admin("POST", "/users/" + idOf(name) + "/logout", null);
  }

  private String idOf(String name) throws IOException, InterruptedException {
    return admin("GET", "/users?exact=true&username=" + name, null).get(0).get("id").asText();
  }

  /// What a sign-in by password gives: `access_token`, `id_token`, `refresh_token`.
  public JsonNode tokens(String name, String password) throws IOException, InterruptedException {
    return tokens(
        "palmares",
        Map.of(
            "grant_type", "password",
            "client_id", TEST_CLIENT,
            "scope", "openid",
            "username", name,
            "password", password));
  }

  /// A token of the realm that administers the others.
  public String foreignToken() throws IOException, InterruptedException {
    return tokens(
            "master",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "palmares-setup",
                "client_secret", Files.readString(data.resolve("setup-secret")).strip()))
        .get("access_token")
        .asText();
  }

  private JsonNode tokens(String realm, Map<String, String> form)
      throws IOException, InterruptedException {
    var body =
        form.entrySet().stream()
            .map(each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(
                address.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode admin(String method, String path, @Nullable Object body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve("/admin/realms/palmares" + path))
            .header("Authorization", "Bearer " + foreignToken())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as(method + " " + path + " " + answer.body())
        .isBetween(200, 299);
    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
  }

  @Override
  public void close() throws Exception {
    role.close();
    http.close();
  }
}
