package palmares.launcher.client;

import palmares.contract.identity.Identity.CreatedAccount;
import palmares.contract.identity.Identity.NewAccount;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "account", description = "Accounts of people (for administrators).")
final class AccountCommand {

  private final Surroundings surroundings;

  AccountCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Command(
      description = "Make an account. Its one-time secret is printed once, alone on the output.")
  int create(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "member",
              description = "member, organiser or admin; member if not given")
          String role) {
    var account = api.connect().post("/accounts", new NewAccount(name, role), CreatedAccount.class);
    surroundings.warn(
        "account %s (%s); its one-time secret is not shown again"
            .formatted(account.name(), account.role()));
    surroundings.print(account.oneTimeSecret() + "\n");
    return ExitCode.DONE;
  }
}
