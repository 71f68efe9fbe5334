package palmares.launcher.client;

import java.util.concurrent.Callable;
import palmares.contract.identity.Identity.NewSecret;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "password",
    description = {
      "Set the password of the account that is signed in, 12 to 200 characters.",
      "It is asked for, or read as one line from the input; never give it as an argument."
    })
final class PasswordCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  PasswordCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connect();
    var password = surroundings.askNewSecret("new password:", "once more:");
    if (password.isEmpty()) {
      throw CommandFailure.badInput("no password was given");
    }
    set(connection, password);
    surroundings.say(
        "the password is set on %s; it holds from the next sign-in on".formatted(connection.api()));
    return ExitCode.DONE;
  }

  private void set(ApiConnection connection, String password) {
    try {
      connection.put("/me/secret", new NewSecret(password, null));
    } catch (CommandFailure e) {
      if (!e.isProblem(NewSecret.CURRENT_NEEDED)) {
        throw e;
      }
      var current = surroundings.askSecret("password of now:");
      connection.put("/me/secret", new NewSecret(password, current));
    }
  }
}
