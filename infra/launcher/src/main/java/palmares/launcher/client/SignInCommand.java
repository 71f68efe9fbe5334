package palmares.launcher.client;

import java.util.concurrent.Callable;
import palmares.contract.identity.Identity.Session;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.identity.SecondFactors;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "sign-in",
    description = {
      "Sign in, and keep the session for later commands.",
      "The secret is asked for, or read as one line from the input; never give it as an argument.",
      "An account with a second factor is asked for a code next, or the next line is read."
    })
final class SignInCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(paramLabel = "ACCOUNT", description = "such as admin")
  private String account = "";

  SignInCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connectAsNobody();
    var secret = surroundings.askSecret("secret of " + account + ":");
    if (secret.isEmpty()) {
      throw CommandFailure.badInput("no secret was given for " + account);
    }
    var session = signedIn(connection, secret);
    var store = TokenStore.of(surroundings);
    store.store(connection.api(), session.token());
    surroundings.say(
        "signed in to %s as %s (%s) until %s; the session is kept in %s"
            .formatted(
                connection.api(),
                session.me().account(),
                session.me().role(),
                Words.time(session.expiresAt()),
                store.file()));
    if (session.oneTime()) {
      surroundings.say(
          "that secret was good for one time, here or on the pages; for the next: "
              + surroundings.called()
              + " password");
    }
    return ExitCode.DONE;
  }

  private Session signedIn(ApiConnection connection, String secret) {
    try {
      return connection.post("/sessions", new SignIn(account, secret), Session.class);
    } catch (CommandFailure e) {
      if (!e.isProblem(SecondFactors.CODE_NEEDED)) {
        throw e;
      }
      var code = surroundings.askSecret("code of " + account + "'s second factor:");
      return connection.post("/sessions", new SignIn(account, secret, code), Session.class);
    }
  }
}
