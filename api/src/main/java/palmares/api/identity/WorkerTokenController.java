package palmares.api.identity;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Once;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.identity.WorkerTokenApi;
import palmares.contract.identity.WorkerTokens.NewWorkerToken;
import palmares.contract.identity.WorkerTokens.WorkerToken;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.identity.Reach;
import palmares.db.identity.TeamStore;
import palmares.db.identity.TokenRow;
import palmares.db.identity.TokenStore;
import palmares.db.job.Stage;

@Controller("/api/v1")
class WorkerTokenController implements WorkerTokenApi {

  /// What a team's own pool is good for unless more is said: whoever competes does not score.
  private static final List<String> OF_TEAMS = List.of(Stage.GENERATE.word());

  private final Callers callers;
  private final Tokens tokens;
  private final Database database;

  WorkerTokenController(Callers callers, Tokens tokens, Database database) {
    this.callers = callers;
    this.tokens = tokens;
    this.database = database;
  }

  @Override
  @Access(Access.To.ADMIN)
  public List<WorkerToken> workerTokens() {
    return database.transact(
        tx -> TokenStore.ofWorkers(tx).stream().map(row -> token(tx, row, null)).toList());
  }

  @Override
  @Once
  @Access(Access.To.ADMIN)
  @Status(HttpStatus.CREATED)
  public WorkerToken createWorkerToken(NewWorkerToken token) {
    var by = callers.present().account();
    var name = NewTokens.name(token.name());
    var lifetime = NewTokens.lifetime(token.expiresInDays());
    var reach = database.transact(tx -> reach(tx, token));
    var made = tokens.worker(by, name, reach, lifetime);
    return database.transact(tx -> token(tx, made.row(), made.text()));
  }

  private static Reach reach(Tx tx, NewWorkerToken token) {
    var teams = token.teams() == null ? List.<String>of() : token.teams();
    var kinds = token.jobKinds();
    if (kinds == null || kinds.isEmpty()) {
      kinds = teams.isEmpty() ? List.of() : OF_TEAMS;
    }
    return new Reach(
        NewTokens.name(token.pool()),
        kinds.stream().distinct().map(WorkerTokenController::kind).toList(),
        teams.stream().distinct().map(name -> team(tx, name)).toList());
  }

  private static String kind(String word) {
    var known = java.util.Arrays.stream(Stage.values()).map(Stage::word).toList();
    if (!known.contains(word)) {
      throw Refused.badRequest(
          "jobKinds must be of %s: '%s'.".formatted(known, Problems.shown(word)));
    }
    return word;
  }

  private static java.util.UUID team(Tx tx, String name) {
    var team = TeamStore.find(tx, name);
    if (team == null) {
      throw Refused.badRequest("teams: there is no team '%s'.".formatted(Problems.shown(name)));
    }
    return team.id();
  }

  private static WorkerToken token(Tx tx, TokenRow row, @Nullable String text) {
    var reach = Objects.requireNonNull(row.reach());
    return new WorkerToken(
        row.id().toString(),
        row.name(),
        reach.pool(),
        reach.jobKinds(),
        TeamStore.names(tx, reach.teams()),
        row.createdAt(),
        row.expiresAt(),
        row.lastUsedAt(),
        text);
  }
}
