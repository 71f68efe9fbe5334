package palmares.launcher.client;

import palmares.contract.identity.Accounts.AccountChange;
import palmares.contract.identity.Accounts.AccountSummary;
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
    return told(account);
  }

  @Command(
      description =
          "Replace an account's password by a one-time secret and end its sessions. The secret is"
              + " printed once, alone on the output.")
  int reset(@Mixin ApiOptions api, @Parameters(paramLabel = "NAME") String name) {
    return told(api.connect().post(path(name) + "/reset", null, CreatedAccount.class));
  }

  @Command(description = "Give an account another role.")
  int role(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "ROLE", description = "member, organiser or admin") String role) {
    return change(api, name, new AccountChange(role, null));
  }

  @Command(description = "Close an account: nobody signs in to it and no token of it works.")
  int close(@Mixin ApiOptions api, @Parameters(paramLabel = "NAME") String name) {
    return change(api, name, new AccountChange(null, true));
  }

  @Command(description = "Open an account again that was closed.")
  int open(@Mixin ApiOptions api, @Parameters(paramLabel = "NAME") String name) {
    return change(api, name, new AccountChange(null, false));
  }

  private int told(CreatedAccount account) {
    surroundings.warn(
        "account %s (%s); its one-time secret is not shown again"
            .formatted(account.name(), account.role()));
    surroundings.print(account.oneTimeSecret() + "\n");
    return ExitCode.DONE;
  }

  private int change(ApiOptions api, String name, AccountChange change) {
    var now = api.connect().put(path(name), change, AccountSummary.class);
    surroundings.print(
        "account %s: %s%s\n".formatted(now.name(), now.role(), now.closed() ? ", closed" : ""));
    return ExitCode.DONE;
  }

  private static String path(String name) {
    return "/accounts/" + ApiConnection.encoded(name);
  }
}
