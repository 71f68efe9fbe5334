package palmares.launcher.role;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import palmares.api.ApiRole;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Logging;
import palmares.launcher.terminal.StopSignal;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "api",
    description = "Run the api: REST, ledger, dispatcher and leaderboard builder.")
final class ApiCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final RoleOptions options = new RoleOptions();

  ApiCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = options.read("api", Settings.OF_API, surroundings);
    Logging.toOutput();
    var stop = StopSignal.listen();
    try (var api = RoleStart.of("api", () -> start(settings))) {
      surroundings.say("api ready at " + api.address());
      stop.await();
      surroundings.say("api stopping");
    }
    return ExitCode.DONE;
  }

  private ApiRole start(RoleSettings settings) {
    DatabaseAddress.check(settings.text(Settings.DATABASE_URL));
    return ApiRole.start(properties(settings), this::show);
  }

  /// Only to the terminal, and to nothing that is kept.
  private void show(String oneTimeSecret) {
    surroundings.say("first sign-in: account admin, one-time secret " + oneTimeSecret);
  }

  private static Map<String, Object> properties(RoleSettings settings) {
    var properties = new HashMap<String, Object>(ofPlatform(settings));
    properties.putAll(SignInSettings.of(settings).ofApi());
    properties.putAll(OutsideSettings.of(settings));
    return properties;
  }

  private static Map<String, Object> ofPlatform(RoleSettings settings) {
    return Map.ofEntries(
        Map.entry("palmares.database.url", settings.text(Settings.DATABASE_URL)),
        Map.entry("palmares.database.user", settings.text(Settings.DATABASE_USER)),
        Map.entry("palmares.database.password", settings.text(Settings.DATABASE_PASSWORD)),
        Map.entry("palmares.database.owner", settings.text(Settings.DATABASE_OWNER)),
        Map.entry(
            "palmares.database.owner-password", settings.text(Settings.DATABASE_OWNER_PASSWORD)),
        Map.entry(
            "palmares.database.connections", settings.wholeNumber(Settings.DATABASE_CONNECTIONS)),
        Map.entry("palmares.broker.address", settings.text(Settings.BROKER_ADDRESS)),
        Map.entry("palmares.broker.user", settings.text(Settings.BROKER_USER)),
        Map.entry("palmares.broker.password", settings.text(Settings.BROKER_PASSWORD)),
        Map.entry(
            "palmares.broker.profile",
            settings.text(Settings.BROKER_PROFILE).toUpperCase(Locale.ROOT)),
        Map.entry("palmares.blobs.directory", settings.text(Settings.BLOBS)),
        Map.entry("palmares.api.host", settings.text(Settings.BIND)),
        Map.entry("palmares.api.port", settings.wholeNumber(Settings.API_PORT)),
        Map.entry("palmares.api.max-upload", settings.bytes(Settings.MAX_UPLOAD)),
        Map.entry("palmares.api.upload-room", settings.bytes(Settings.UPLOAD_ROOM)),
        Map.entry("palmares.ledger.longest", settings.duration(Settings.LONGEST_JOB).toString()));
  }
}
