package palmares.launcher.role;

import java.util.concurrent.Callable;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Logging;
import palmares.launcher.terminal.StopSignal;
import palmares.launcher.terminal.Surroundings;
import palmares.web.WebConfig;
import palmares.web.WebRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "web", description = "Run the pages and the one public origin before the api.")
final class WebCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final RoleOptions options = new RoleOptions();

  WebCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = options.read("web", Settings.OF_WEB, surroundings);
    Logging.toOutput();
    var stop = StopSignal.listen();
    try (var web = RoleStart.of("web", () -> start(settings))) {
      surroundings.say("web ready at " + web.address());
      stop.await();
      surroundings.say("web stopping");
    }
    return ExitCode.DONE;
  }

  private static WebRole start(RoleSettings settings) {
    return WebRole.start(config(settings), SignInSettings.of(settings).ofWeb(null));
  }

  private static WebConfig config(RoleSettings settings) {
    return new WebConfig(
        settings.wholeNumber(Settings.WEB_PORT),
        settings.text(Settings.BIND),
        settings.address(Settings.API),
        settings.duration(Settings.API_TIMEOUT),
        settings.flag(Settings.TRUST_FORWARDED));
  }
}
