package palmares.launcher.client;

import java.util.concurrent.Callable;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "sign-out", description = "End the session that sign-in has kept.")
final class SignOutCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  SignOutCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connect();
    connection.delete("/sessions/current");
    TokenStore.of(surroundings).forget(connection.api());
    surroundings.say("signed out of " + connection.api());
    return ExitCode.DONE;
  }
}
