package palmares.launcher.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import palmares.launcher.client.OwnerOnly;
import palmares.launcher.embedded.FreePort;
import palmares.launcher.embedded.Secrets;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.StopSignal;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "keycloak",
    description = {
      "Run Keycloak on this machine, with a realm that is set up for Palmares.",
      "The distribution comes from Maven, once (177 MB). Nothing but loopback can reach it."
    })
public final class KeycloakCommand implements Callable<Integer> {

  private static final String HOME = "PALMARES_KEYCLOAK_HOME";

  private final Surroundings surroundings;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where its data is kept; ~/.local/share/palmares/keycloak if not given")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8180",
      description = "it listens on; 8180 if not given")
  private int port;

  @Option(
      names = "--origin",
      paramLabel = "ADDRESS",
      defaultValue = "http://localhost:8080",
      description = "of the pages, to which people come back; http://localhost:8080 if not given")
  private URI origin = URI.create("http://localhost:8080");

  @Option(
      names = "--admin",
      paramLabel = "NAME",
      defaultValue = "admin",
      description = "the first person of a new realm; admin if not given")
  private String admin = "admin";

  public KeycloakCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var home = home();
    var folder = folder();
    if (FreePort.near(port) != port) {
      throw CommandFailure.badInput("port " + port + " is taken; choose another one with --port");
    }
    var stop = StopSignal.listen();
    surroundings.say("Keycloak on " + folder + ", a minute or two the first time");
    var setupSecret = kept(folder.resolve("setup-secret"));
    try (var server = KeycloakServer.start(home, folder, port, setupSecret)) {
      stop.whenEnds(server.process());
      server.awaitReady();
      setUp(server, folder, setupSecret);
      surroundings.say("Ctrl-C stops it; its log is in " + server.log());
      stop.await();
      surroundings.say("stopping");
    }
    return ExitCode.DONE;
  }

  private void setUp(KeycloakServer server, Path folder, String setupSecret) {
    try (var keycloak = connect(server.address(), setupSecret)) {
      var setup = new RealmSetup(keycloak, origin);
      var isNew = setup.run();
      var clientSecret = folder.resolve("client-secret");
      OwnerOnly.write(clientSecret, setup.webClientSecret() + "\n");
      tell(server.address(), clientSecret);
      if (isNew) {
        var password = FirstPerson.create(keycloak.realm(RealmSetup.REALM), admin);
        surroundings.say(
            "First sign-in there: %s, one-time password %s".formatted(admin, password));
      }
    }
  }

  private static Keycloak connect(URI address, String setupSecret) {
    return KeycloakBuilder.builder()
        .serverUrl(address.toString())
        .realm("master")
        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
        .clientId(KeycloakServer.SETUP_CLIENT)
        .clientSecret(setupSecret)
        .build();
  }

  private void tell(URI address, Path clientSecret) {
    surroundings.say(
        """
        Keycloak is ready at %s, realm %s. To start Palmares with it, in another terminal:
          export PALMARES_KEYCLOAK_ISSUER=%s/realms/%s
          export PALMARES_KEYCLOAK_CLIENT_SECRET_FILE=%s
          export PALMARES_ORIGIN=%s
          ./palmares up
        People and their roles (palmares-member, palmares-organiser, palmares-admin):
          %s/admin/%s/console/\
        """
            .formatted(
                address,
                RealmSetup.REALM,
                address,
                RealmSetup.REALM,
                clientSecret,
                origin,
                address,
                RealmSetup.REALM));
  }

  private Path home() {
    var home = surroundings.variable(HOME);
    if (home == null || !Files.isRegularFile(Path.of(home, "bin", "kc.sh"))) {
      throw CommandFailure.badInput(
          HOME
              + " must name the folder of a Keycloak distribution; in a source tree ./palmares"
              + " fetches one and sets it");
    }
    return Path.of(home);
  }

  private Path folder() {
    var folder =
        (data != null ? data : surroundings.dataHome().resolve("keycloak"))
            .toAbsolutePath()
            .normalize();
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + folder + " as data folder", e);
    }
  }

  /// Random, and the same for the same data: the server learns it only when its data is empty.
  private static String kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      OwnerOnly.write(file, Secrets.random() + "\n");
    }
    return Files.readString(file).strip();
  }
}
