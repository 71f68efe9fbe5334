package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;

/// Operations on a real object, with a valid body: without a token, by a member of another team, by
/// the owner, by an organiser of another benchmark, by an administrator, and by a worker. Where the
/// owner's check is missing, somebody who is not to gets as far as the owner.
///
/// Each call gets an object of its own, so that none finds what another has left.
class OwnedObjectsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final OwnedObjects OBJECTS = new OwnedObjects(API);

  /// @param path makes the object and gives where it is
  private record Row(String method, Supplier<String> path, String body, Integer... expected) {}

  private static List<Row> rows() {
    return Stream.of(people(), teams(), benchmarks(), boards(), workers(), work())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> people() {
    return List.of(
        new Row("DELETE", OBJECTS::token, "", 401, 404, 204, 404, 204, 403),
        new Row("GET", OBJECTS::system, "", 404, 404, 200, 404, 200, 403),
        new Row("POST", () -> OBJECTS.system() + "/publish", "", 401, 404, 200, 404, 200, 403),
        new Row("GET", OBJECTS::submission, "", 401, 404, 200, 404, 200, 403),
        new Row("POST", () -> OBJECTS.submission() + "/cancel", "", 401, 404, 200, 404, 200, 403),
        new Row(
            "POST", () -> OBJECTS.submission() + "/withdraw", "", 401, 404, 200, 404, 200, 403));
  }

  private static List<Row> teams() {
    return List.of(
        new Row("PUT", OBJECTS::member, "{'role':'member'}", 401, 404, 200, 404, 200, 403),
        new Row("DELETE", OBJECTS::member, "", 401, 404, 204, 404, 204, 403),
        new Row(
            "POST",
            () -> "teams/crew/invitations",
            "{'role':'member'}",
            401,
            404,
            201,
            404,
            201,
            403),
        new Row("DELETE", OBJECTS::invitation, "", 401, 404, 204, 404, 204, 403),
        new Row("DELETE", OBJECTS::webhook, "", 401, 404, 204, 404, 204, 403),
        new Row("POST", () -> OBJECTS.webhook() + "/secret", "", 401, 404, 200, 404, 200, 403),
        new Row("POST", () -> OBJECTS.webhook() + "/test", "", 401, 404, 202, 404, 202, 403));
  }

  private static List<Row> benchmarks() {
    return List.of(
        new Row("GET", OBJECTS::draft, "", 401, 403, 200, 404, 200, 403),
        new Row(
            "PUT",
            OBJECTS::draft,
            "{'spec':'x','examples':'','revision':1}",
            401,
            403,
            200,
            404,
            200,
            403),
        new Row("DELETE", OBJECTS::draft, "", 401, 403, 204, 404, 204, 403),
        new Row(
            "POST",
            () -> OBJECTS.draft() + "/publish",
            "{'revision':1}",
            401,
            403,
            201,
            404,
            201,
            403),
        new Row("GET", OBJECTS::benchmark, "", 404, 404, 200, 404, 200, 403),
        new Row(
            "PUT",
            () -> OBJECTS.benchmark() + "/access",
            "{'team':'olga','visibility':'team'}",
            401,
            403,
            200,
            404,
            200,
            403),
        new Row(
            "PUT",
            () -> OBJECTS.benchmark() + "/versions/1/state",
            "{'state':'closed','reason':'over'}",
            401,
            403,
            200,
            404,
            200,
            403),
        new Row(
            "PUT",
            () -> OBJECTS.benchmark() + "/versions/1/schedule",
            "{'closesAt':'2099-01-01T00:00:00Z'}",
            401,
            403,
            200,
            404,
            200,
            403),
        new Row(
            "POST",
            () -> OBJECTS.benchmark() + "/versions/1/draft",
            "",
            401,
            403,
            201,
            404,
            201,
            403),
        new Row(
            "POST",
            () -> OBJECTS.benchmark() + "/versions/1/exclusions/check",
            "{'kind':'example','subject':'q1','reason':'leaked'}",
            401,
            403,
            200,
            404,
            200,
            403),
        new Row(
            "POST",
            () -> OBJECTS.benchmark() + "/versions/1/exclusions",
            "{'kind':'example','subject':'q1','reason':'leaked'}",
            401,
            403,
            201,
            404,
            201,
            403),
        new Row(
            "POST",
            () -> OBJECTS.exclusion() + "/lift",
            "{'reason':'no leak'}",
            401,
            403,
            200,
            404,
            200,
            403),
        new Row(
            "GET",
            () -> OBJECTS.benchmark() + "/versions/1/exclusions",
            "",
            404,
            404,
            200,
            404,
            200,
            403),
        new Row(
            "GET",
            () -> OBJECTS.benchmark() + "/versions/1/examples",
            "",
            404,
            404,
            200,
            404,
            200,
            403));
  }

  private static List<Row> boards() {
    return List.of(
        new Row("GET", OBJECTS::leaderboard, "", 404, 404, 200, 404, 200, 403),
        new Row("GET", OBJECTS::snapshot, "", 404, 404, 200, 404, 200, 403),
        new Row("GET", () -> OBJECTS.snapshot() + "/exclusions", "", 404, 404, 200, 404, 200, 403),
        new Row(
            "POST", () -> OBJECTS.snapshot() + "/verification", "", 401, 404, 200, 404, 200, 403));
  }

  private static Row ofWorker(String method, String deed, String body) {
    return new Row(
        method, () -> "workers/" + OBJECTS.worker() + deed, body, 401, 403, 403, 403, 200, 403);
  }

  private static List<Row> workers() {
    var reason = "{'reason':'doubtful'}";
    return List.of(
        ofWorker("POST", "/pause", ""),
        ofWorker("POST", "/drain", ""),
        ofWorker("POST", "/quarantine", reason),
        ofWorker("GET", "/attempts", ""));
  }

  /// The last caller is the worker itself.
  private static List<Row> work() {
    var beat = "{'leases':[],'busy':0,'draining':false}";
    return List.of(
        new Row(
            "POST",
            () -> "work/workers/" + OBJECTS.worker() + "/heartbeat",
            beat,
            401,
            403,
            403,
            403,
            403,
            404,
            200),
        new Row(
            "DELETE",
            () -> "work/workers/" + OBJECTS.worker(),
            "",
            401,
            403,
            403,
            403,
            403,
            404,
            204));
  }

  @BeforeAll
  static void aTeamOfTheOwner() {
    OBJECTS.owner().post("teams", "{\"name\":\"crew\"}");
    API.member("mate");
  }

  @Test
  void nobodyButItsOwnerAndAdministratorsGetsAtAnObject() {
    var callers =
        List.<Calls>of(
            API.anonymous(),
            API.member("stranger"),
            OBJECTS.owner(),
            API.organiser("other"),
            API.admin(),
            API.worker("another"),
            OBJECTS.itself());
    var wrong = new ArrayList<String>();
    for (var row : rows()) {
      var path = new String[1];
      var got =
          callers.stream()
              .limit(row.expected().length)
              .map(caller -> {
                path[0] = row.path().get();
                return call(caller, row, path[0]);
              })
              .toList();
      if (!got.equals(List.of(row.expected()))) {
        wrong.add(
            "%s %s gave %s, expected %s"
                .formatted(row.method(), path[0], got, List.of(row.expected())));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRowHasSomebodyWhoMay() {
    assertThat(rows()).allMatch(row -> Stream.of(row.expected()).anyMatch(status -> status < 300));
  }

  private static int call(Calls caller, Row row, String path) {
    var body = row.body().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return caller
        .send(row.method(), path, body, List.of("Content-Type", "application/json"))
        .status();
  }
}
