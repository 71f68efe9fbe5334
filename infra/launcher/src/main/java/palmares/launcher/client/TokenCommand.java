package palmares.launcher.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Identity.NewToken;
import palmares.contract.identity.Identity.Token;
import palmares.contract.identity.WorkerTokens.NewWorkerToken;
import palmares.contract.identity.WorkerTokens.WorkerToken;
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
          @Nullable String pool,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              split = ",",
              description = "the kinds of jobs that the worker may take, such as generate,score")
          @Nullable List<String> kinds,
      @Option(
              names = "--team",
              paramLabel = "TEAM",
              split = ",",
              description = "the teams whose jobs the worker may take; all if not given")
          @Nullable List<String> teams) {
    var connection = api.connect();
    if (pool == null) {
      var token = connection.post("/tokens", new NewToken(name, scopes, days), Token.class);
      return shown(token.name(), token.id(), token.token());
    }
    var wanted = new NewWorkerToken(name, pool, kinds, teams, days);
    var token = connection.post("/worker-tokens", wanted, WorkerToken.class);
    return shown(token.name(), token.id(), token.token());
  }

  private int shown(String name, String id, @Nullable String text) {
    surroundings.warn("token %s, id %s; it is not shown again".formatted(name, id));
    surroundings.print(text + "\n");
    return ExitCode.DONE;
  }

  @Command(description = "List your tokens, or those of workers.")
  int list(
      @Mixin ApiOptions api,
      @Option(names = "--workers", description = "those of workers, for operators") boolean workers,
      @Option(names = "--json", description = "print JSON") boolean json) {
    return workers ? listWorkers(api, json) : listOwn(api, json);
  }

  private int listOwn(ApiOptions api, boolean json) {
    var tokens = api.connect().list("/tokens", Token.class);
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
    return shown(json ? ApiJson.pretty(tokens) : table.toString());
  }

  private int shown(String list) {
    surroundings.print(list);
    return ExitCode.DONE;
  }

  private int listWorkers(ApiOptions api, boolean json) {
    var tokens = api.connect().list("/worker-tokens", WorkerToken.class);
    var table =
        TextTable.of(
            Column.words("id"),
            Column.words("name", 24),
            Column.words("pool", 16),
            Column.words("kinds", 16),
            Column.words("teams", 24),
            Column.words("expires"));
    tokens.forEach(token ->
        table.row(
            token.id(),
            token.name(),
            token.pool(),
            orAll(token.jobKinds()),
            orAll(token.teams()),
            Words.time(token.expiresAt())));
    return shown(json ? ApiJson.pretty(tokens) : table.toString());
  }

  private static String orAll(List<String> words) {
    return words.isEmpty() ? "all" : String.join(",", words);
  }

  @Command(description = "Make a token worthless at once.")
  int revoke(@Mixin ApiOptions api, @Parameters(paramLabel = "ID") String id) {
    api.connect().delete("/tokens/" + ApiConnection.encoded(id));
    surroundings.say("token " + id + " is revoked");
    return ExitCode.DONE;
  }
}
