package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

/// Every operation, called by everyone: without a token, by a member of another team, by the owner,
/// by an organiser of another benchmark, by an administrator, and by a worker. A new operation
/// without a row here fails.
///
/// 400 and 415 mean that the caller got through to the body, which is empty on purpose; real
/// objects and valid bodies are in [OwnedObjectsTest].
class AccessMatrixTest {

  /// Streams end soon, so that each call has an answer.
  @RegisterExtension
  static final RunningApi API = new RunningApi(Map.of("palmares.stream.lifetime", "PT0.5S"));

  private static final String MATRIX =
      """
      GET    /client/palmares.py                                  200 200 200 200 200 403
      GET    /docs                                                200 200 200 200 200 403
      GET    /docs/{name}                                         200 200 200 200 200 403
      POST   /api/v1/sessions                                     400 400 400 400 400 403
      DELETE /api/v1/sessions/current                             401 204 204 204 204 403
      DELETE /api/v1/sessions                                     401 204 204 204 204 403
      GET    /api/v1/me                                           401 200 200 200 200 403
      PUT    /api/v1/me/secret                                    401 400 400 400 400 403
      POST   /api/v1/accounts                                     401 403 403 403 400 403
      GET    /api/v1/accounts                                     401 403 403 403 200 403
      PUT    /api/v1/accounts/{name}                              401 403 403 403 400 403
      POST   /api/v1/accounts/{name}/reset                        401 403 403 403 404 403
      DELETE /api/v1/accounts/{name}/second-factor                401 403 403 403 404 403
      GET    /api/v1/me/second-factor                             401 200 200 200 200 403
      POST   /api/v1/me/second-factor                             401 201 201 201 201 403
      POST   /api/v1/me/second-factor/confirmation                401 400 400 400 400 403
      POST   /api/v1/me/second-factor/recovery-codes              401 400 400 400 400 403
      POST   /api/v1/me/second-factor/removal                     401 400 400 400 400 403
      GET    /api/v1/me/mail                                      401 200 200 200 200 403
      PUT    /api/v1/me/mail                                      401 400 400 400 400 403
      POST   /api/v1/me/mail/confirmation                         401 400 400 400 400 403
      PUT    /api/v1/me/mail/events                               401 400 400 400 400 403
      DELETE /api/v1/me/mail                                      401 204 204 204 204 403
      GET    /api/v1/teams/{team}/webhooks                        401 404 200 404 200 403
      POST   /api/v1/teams/{team}/webhooks                        401 400 400 400 400 403
      PATCH  /api/v1/teams/{team}/webhooks/{id}                   401 400 400 400 400 403
      DELETE /api/v1/teams/{team}/webhooks/{id}                   401 404 404 404 404 403
      POST   /api/v1/teams/{team}/webhooks/{id}/secret            401 404 404 404 404 403
      POST   /api/v1/teams/{team}/webhooks/{id}/test              401 404 404 404 404 403
      GET    /api/v1/teams/{team}/deliveries                      401 404 200 404 200 403
      POST   /api/v1/teams/{team}/deliveries/{id}/again           401 404 404 404 404 403
      GET    /api/v1/audit-events                                 401 403 403 403 200 403
      GET    /api/v1/tokens                                       401 200 200 200 200 403
      POST   /api/v1/tokens                                       401 400 400 400 400 403
      DELETE /api/v1/tokens/{id}                                  401 404 404 404 404 403
      GET    /api/v1/worker-tokens                                401 403 403 403 200 403
      POST   /api/v1/worker-tokens                                401 403 403 403 400 403
      GET    /api/v1/teams                                        401 200 200 200 200 403
      POST   /api/v1/teams                                        401 400 400 400 400 403
      GET    /api/v1/teams/{team}                                 401 404 200 404 200 403
      PUT    /api/v1/teams/{team}/members/{account}               401 400 400 400 400 403
      DELETE /api/v1/teams/{team}/members/{account}               401 404 404 404 404 403
      GET    /api/v1/teams/{team}/invitations                     401 404 200 404 200 403
      POST   /api/v1/teams/{team}/invitations                     401 400 400 400 400 403
      DELETE /api/v1/teams/{team}/invitations/{id}                401 404 404 404 404 403
      POST   /api/v1/invitations/offer                            401 400 400 400 400 403
      POST   /api/v1/invitations/acceptance                       401 400 400 400 400 403
      GET    /api/v1/benchmarks                                   200 200 200 200 200 403
      POST   /api/v1/benchmarks                                   401 403 403 400 400 403
      GET    /api/v1/benchmarks/{name}                            200 200 200 200 200 403
      GET    /api/v1/benchmarks/{name}/access                     401 404 404 404 200 403
      PUT    /api/v1/benchmarks/{name}/access                     401 403 403 400 400 403
      GET    /api/v1/benchmarks/{name}/versions/{version}/examples       200 200 200 200 200 403
      GET    /api/v1/benchmarks/{name}/versions/{version}/examples.jsonl 200 200 200 200 200 403
      GET    /api/v1/benchmarks/{name}/versions/{version}/template.jsonl 200 200 200 200 200 403
      GET    /api/v1/benchmarks/{name}/versions                   200 200 200 200 200 403
      PUT    /api/v1/benchmarks/{name}/versions/{version}/schedule 401 403 403 400 400 403
      PUT    /api/v1/benchmarks/{name}/versions/{version}/state   401 403 403 400 400 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/draft   401 403 403 403 201 403
      GET    /api/v1/drafts                                       401 403 403 200 200 403
      POST   /api/v1/drafts                                       401 403 403 400 400 403
      GET    /api/v1/drafts/{id}                                  401 403 403 404 404 403
      PUT    /api/v1/drafts/{id}                                  401 403 403 400 400 403
      DELETE /api/v1/drafts/{id}                                  401 403 403 404 404 403
      POST   /api/v1/drafts/{id}/publish                          401 403 403 400 400 403
      GET    /api/v1/benchmarks/{name}/versions/{version}/errata  200 200 200 200 200 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/errata  401 403 403 400 400 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/errata/{revision}/switch 401 403 403 403 404 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/errata/{revision}/retry  401 403 403 403 404 403
      GET    /api/v1/benchmarks/{name}/versions/{version}/exclusions  200 200 200 200 200 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/exclusions  401 403 403 400 400 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/exclusions/check 401 403 403 400 400 403
      POST   /api/v1/benchmarks/{name}/versions/{version}/exclusions/{id}/lift 401 403 403 400 400 403
      GET    /api/v1/benchmarks/{name}/versions/{version}/agreement      200 200 200 200 200 403
      GET    /api/v1/evaluators                                   200 200 200 200 200 403
      GET    /api/v1/systems                                      401 200 200 200 200 403
      GET    /api/v1/systems/{id}                                 404 404 404 404 404 403
      POST   /api/v1/systems/{id}/publish                         401 404 404 404 404 403
      GET    /api/v1/built-in-systems                             200 200 200 200 200 403
      GET    /api/v1/imports                                      200 200 200 200 200 403
      POST   /api/v1/imports/alpaca-eval                          401 403 403 400 400 403
      POST   /api/v1/imports/battles                              401 403 403 400 400 403
      POST   /api/v1/submissions                                  401 400 400 400 400 403
      GET    /api/v1/submissions                                  401 200 200 200 200 403
      GET    /api/v1/submissions/{id}                             401 404 200 404 200 403
      GET    /api/v1/submissions/{id}/timeline                    401 404 200 404 200 403
      GET    /api/v1/submissions/{id}/events                      401 404 200 404 200 403
      GET    /api/v1/submissions/{id}/examples                    401 404 200 404 200 403
      GET    /api/v1/submissions/{id}/examples/{example}          401 404 200 404 200 403
      GET    /api/v1/submissions/{id}/scores                      401 404 200 404 200 403
      GET    /api/v1/submissions/{id}/opponents                   401 404 200 404 200 403
      POST   /api/v1/submissions/{id}/retry                       401 404 409 404 409 403
      POST   /api/v1/submissions/{id}/cancel                      401 404 200 404 200 403
      POST   /api/v1/submissions/{id}/choose                      401 404 409 404 409 403
      POST   /api/v1/submissions/{id}/withdraw                    401 404 200 404 200 403
      GET    /api/v1/comparisons/{left}/{right}                   404 404 409 404 409 403
      GET    /api/v1/comparisons/{left}/{right}/examples          401 404 409 404 409 403
      GET    /api/v1/comparisons/{left}/{right}/examples/{example} 401 404 409 404 409 403
      GET    /api/v1/leaderboards                                 200 200 200 200 200 403
      GET    /api/v1/leaderboards/{id}                            200 200 200 200 200 403
      GET    /api/v1/leaderboards/{id}/events                     200 200 200 200 200 403
      GET    /api/v1/leaderboards/{id}/snapshots                  200 200 200 200 200 403
      GET    /api/v1/snapshots/{id}                               404 404 404 404 404 403
      GET    /api/v1/snapshots/{id}/exclusions                    404 404 404 404 404 403
      GET    /api/v1/snapshots/{id}/win-rates                     404 404 404 404 404 403
      POST   /api/v1/snapshots/{id}/verification                  401 404 404 404 404 403
      GET    /api/v1/teams/{team}/budgets                         401 404 200 404 200 403
      GET    /api/v1/budgets                                      401 403 403 403 200 403
      PUT    /api/v1/teams/{team}/budgets                         401 403 403 403 400 403
      GET    /api/v1/teams/{team}/budgets/entries                 401 404 200 404 200 403
      GET    /api/v1/teams/{team}/quotas                          401 404 200 404 200 403
      GET    /api/v1/teams/{team}/quotas/entries                  401 404 200 404 200 403
      GET    /api/v1/health                                       200 200 200 200 200 403
      GET    /api/v1/health/ready                                 200 200 200 200 200 403
      GET    /api/v1/metrics                                      401 403 403 403 200 403
      GET    /api/v1/workers                                      401 403 403 403 200 403
      POST   /api/v1/workers/{id}/readmit                         401 403 403 403 404 403
      POST   /api/v1/workers/{id}/quarantine                      401 403 403 403 400 403
      POST   /api/v1/workers/{id}/pause                           401 403 403 403 404 403
      POST   /api/v1/workers/{id}/resume                          401 403 403 403 404 403
      POST   /api/v1/workers/{id}/drain                           401 403 403 403 404 403
      GET    /api/v1/workers/{id}/attempts                        401 403 403 403 404 403
      GET    /api/v1/doctor                                       401 403 403 403 200 403
      GET    /api/v1/queues                                       401 403 403 403 200 403
      GET    /api/v1/failed-jobs                                  401 403 403 403 200 403
      POST   /api/v1/work/workers                                 401 403 403 403 403 400
      POST   /api/v1/work/workers/{worker}/heartbeat              401 403 403 403 403 400
      DELETE /api/v1/work/workers/{worker}                        401 403 403 403 403 404
      POST   /api/v1/work/jobs/{job}/claim                        401 403 403 403 403 400
      GET    /api/v1/work/jobs/{job}/documents/{sha256}           401 403 403 403 403 404
      POST   /api/v1/work/jobs/{job}/results                      401 403 403 403 403 400
      POST   /api/v1/work/jobs/{job}/complete                     401 403 403 403 403 400
      POST   /api/v1/work/jobs/{job}/fail                         401 403 403 403 403 400
      POST   /api/v1/work/jobs/{job}/release                      401 403 403 403 403 400
      """;

  private record Row(String method, String path, List<Integer> expected) {
    static Row parse(String line) {
      var words = line.strip().split("\\s+");
      return new Row(
          words[0], words[1], Arrays.stream(words).skip(2).map(Integer::valueOf).toList());
    }

    String operation() {
      return method + " " + path;
    }
  }

  private static final List<Row> ROWS = MATRIX.lines().map(Row::parse).toList();

  @Test
  void everyOperationHasARow() {
    var served =
        API.context()
            .getBean(Router.class)
            .uriRoutes()
            .filter(route -> !route.getHttpMethodName().equals("HEAD"))
            .map(route ->
                route.getHttpMethodName()
                    + " "
                    + route.getUriMatchTemplate().toPathString().replaceAll("\\{\\?.*}", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(ROWS).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everyCallerGetsWhatIsTheirsAndNoMore() {
    Folders.publish(API.organiser("ada"), "matrix", 1);
    API.member("bob");
    API.member("stranger");
    API.organiser("other");
    API.member("bob").post("teams", "{\"name\":\"crew\"}");
    var submission =
        API.member("bob")
            .post(
                "submissions",
                "{\"benchmark\":\"matrix\",\"system\":{\"name\":\"x\",\"kind\":\"outputs\"},"
                    + "\"responses\":[{\"id\":\"q1\",\"text\":\"a\"}]}")
            .at("id");
    var board = API.anonymous().get("benchmarks/matrix").at("leaderboards[0].id");

    var wrong = new ArrayList<String>();
    for (var row : ROWS) {
      var path = path(row.path(), submission, board);
      var got = callers(row).stream().map(caller -> call(caller, row, path)).toList();
      if (!got.equals(row.expected())) {
        wrong.add(row.operation() + " gave " + got + ", expected " + row.expected());
      }
    }

    assertThat(wrong).isEmpty();
  }

  /// Signing out ends the session, so that operation gets tokens of its own.
  private static List<Calls> callers(Row row) {
    var people =
        List.of(API.member("stranger"), API.member("bob"), API.organiser("other"), API.admin());
    var isSignOut = row.path().endsWith("/sessions/current");
    var callers = new ArrayList<Calls>();
    callers.add(API.anonymous());
    people.forEach(person -> callers.add(isSignOut ? withToken(person) : person));
    callers.add(API.worker("another"));
    return callers;
  }

  private static Calls withToken(Calls person) {
    var made = person.post("tokens", "{\"name\":\"short\",\"scopes\":[\"read\"]}");
    return API.anonymous().as(made.at("token"));
  }

  private static int call(Calls caller, Row row, String path) {
    var type = row.path().endsWith("/results") ? "application/jsonl" : type(row);
    return caller
        .send(
            row.method(),
            path,
            new byte[0],
            List.of(
                "Content-Type",
                type,
                "X-Palmares-Lease",
                UUID.randomUUID().toString(),
                "X-Palmares-Batch",
                "b"))
        .status();
  }

  private static String type(Row row) {
    return switch (row.operation()) {
      case "POST /api/v1/benchmarks", "POST /api/v1/imports/alpaca-eval" ->
          "multipart/form-data; boundary=x";
      case "POST /api/v1/imports/battles" -> "application/jsonl";
      default -> "application/json";
    };
  }

  private static String path(String template, String submission, String board) {
    return template
        .replace("/submissions/{id}", "/submissions/" + submission)
        .replace("{left}/{right}", submission + "/" + submission)
        .replace("/leaderboards/{id}", "/leaderboards/" + board)
        .replace("{team}", "crew")
        .replace("{account}", "nobody")
        .replace("{sha256}", "0".repeat(64))
        .replace("/docs/{name}", "/docs/start.js")
        .replace("{name}", "matrix")
        .replace("{example}", "q1")
        .replace("{version}", "1")
        .replace("{revision}", "2")
        .replaceAll("\\{(id|job|worker)}", UUID.randomUUID().toString());
  }
}
