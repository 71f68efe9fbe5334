package palmares.launcher.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Identity.NewToken;
import palmares.contract.identity.Identity.NewWorkerToken;
import palmares.contract.identity.Identity.Token;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Tokens for scripts and for workers.")
final class TokenCommand {

  private final Surroundings surroundings;

  TokenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Command(
      description = {
        "Make a token; it is printed once, alone on the output, and never shown again.",
        "(umask 077; palmares token create ci --scope submit > token)"
      })
  int create(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "NAME", description = "what it is for") String name,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              defaultValue = "read,submit",
              split = ",",
              description = "read, submit, organise or admin; read,submit if not given")
          List<String> scopes,
      @Option(names = "--days", paramLabel = "N", description = "how long it is good for")
          @Nullable Integer days,
      @Option(
              names = "--worker-pool",
              paramLabel = "POOL",
              description = "make the token of a worker of this pool instead")
          @Nullable String pool) {
    var connection = api.connect();
    var token =
        pool == null
            ? connection.post("/tokens", new NewToken(name, scopes, days), Token.class)
            : connection.post("/worker-tokens", new NewWorkerToken(name, pool), Token.class);
    surroundings.warn("token %s, id %s; it is not shown again".formatted(token.name(), token.id()));
    surroundings.print(token.token() + "\n");
    return ExitCode.DONE;
  }

  @Command(description = "List your tokens.")
  int list(
      @Mixin ApiOptions api, @Option(names = "--json", description = "print JSON") boolean json) {
    var tokens = api.connect().list("/tokens", Token.class);
    if (json) {
      surroundings.print(ApiJson.pretty(tokens));
      return ExitCode.DONE;
    }
    var table =
        TextTable.of(
            Column.words("id"),
            Column.words("name", 24),
            Column.words("scopes", 24),
            Column.words("expires"));
    tokens.forEach(token ->
        table.row(
            token.id(),
            token.name(),
            String.join(",", token.scopes()),
            Words.time(token.expiresAt())));
    surroundings.print(table.toString());
    return ExitCode.DONE;
  }

  @Command(description = "Make a token worthless at once.")
  int revoke(@Mixin ApiOptions api, @Parameters(paramLabel = "ID") String id) {
    api.connect().delete("/tokens/" + ApiConnection.encoded(id));
    surroundings.say("token " + id + " is revoked");
    return ExitCode.DONE;
  }
}
