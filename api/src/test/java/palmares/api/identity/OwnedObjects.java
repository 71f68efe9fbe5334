package palmares.api.identity;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.db.Json;
import palmares.db.UuidV7;

/// Makes objects of one organiser, a new one each time, and gives where they are.
final class OwnedObjects {

  private static final String WORKER =
      """
      {"name":"w","capabilities":["cpu"],"slots":2,"offers":[{"id":"exact-match","version":1,
       "kind":"metric","floor":0,"ceiling":1,"summary":""}]}
      """;

  private final RunningApi api;
  private final AtomicInteger count = new AtomicInteger();
  private @Nullable Calls itself;

  OwnedObjects(RunningApi api) {
    this.api = api;
  }

  Calls owner() {
    return api.organiser("olga");
  }

  /// The worker whose registrations these are.
  Calls itself() {
    if (itself == null) {
      itself = api.worker("default");
    }
    return itself;
  }

  String token() {
    var made = owner().post("tokens", "{\"name\":\"t\",\"scopes\":[\"read\"]}");
    return "tokens/" + made.at("id");
  }

  String submission() {
    var benchmark = "open-" + count.incrementAndGet();
    Folders.publish(owner(), benchmark, 1);
    var answer =
        owner()
            .post(
                "submissions",
                "{\"benchmark\":\"%1$s\",\"system\":{\"name\":\"%1$s\",\"kind\":\"outputs\"},\"responses\":[{\"id\":\"q1\",\"text\":\"a\"}]}"
                    .formatted(benchmark));
    return "submissions/" + answer.at("id");
  }

  String system() {
    var id = submission().replace("submissions/", "");
    var system =
        only(
            "select system_id from system_version v join submission s on s.system_version_id = v.id"
                + " where s.id = '%s'",
            id);
    sql("update system set published_at = null where id = '%s'", system);
    return "systems/" + system;
  }

  String member() {
    sql(
        "insert into membership (team_id, account_id, role) select t.id, a.id, 'member' from team"
            + " t, account a where t.name = 'crew' and a.name = 'mate' on conflict do nothing");
    return "teams/crew/members/mate";
  }

  String invitation() {
    var made = owner().post("teams/crew/invitations", "{\"role\":\"member\"}");
    return "teams/crew/invitations/" + made.at("id");
  }

  String webhook() {
    var id = UuidV7.next();
    sql("delete from webhook");
    sql(
        "insert into webhook (id, team_id, url, events, created_by) select '%s', t.id,"
            + " 'https://example.org/', '{run-ended}', a.id from team t, account a"
            + " where t.name = 'crew' and a.name = 'olga'",
        id);
    return "teams/crew/webhooks/" + id;
  }

  String draft() {
    var name = "draft-" + count.incrementAndGet();
    var made =
        owner()
            .post(
                "drafts",
                Json.text(Map.of("spec", Folders.spec(name), "examples", Folders.examples(1))));
    return "drafts/" + made.at("id");
  }

  /// One that only its team sees.
  String benchmark() {
    var name = "own-" + count.incrementAndGet();
    Folders.publish(owner(), name, 1);
    sql("update benchmark set visibility = 'team' where name = '%s'", name);
    return "benchmarks/" + name;
  }

  String exclusion() {
    var path = benchmark() + "/versions/1/exclusions";
    var made =
        owner().post(path, "{\"kind\":\"example\",\"subject\":\"q1\",\"reason\":\"leaked\"}");
    return path + "/" + made.at("id");
  }

  String leaderboard() {
    var name = benchmark().replace("benchmarks/", "");
    return "leaderboards/"
        + only(
            "select l.id from leaderboard l join benchmark_version v on v.id ="
                + " l.benchmark_version_id join benchmark b on b.id = v.benchmark_id"
                + " where b.name = '%s'",
            name);
  }

  String snapshot() {
    var board = leaderboard().replace("leaderboards/", "");
    var id = UuidV7.next();
    sql(
        """
        insert into snapshot (id, leaderboard_id, revision, document, digest, provenance)
        select '%1$s', l.id, 1, d.document, sha256(d.document::bytea),
          jsonb_build_object('format', 2, 'benchmarkDigest', '', 'goldRevision', 1,
            'definition', l.definition, 'evaluators', '{}'::jsonb, 'entries', '[]'::jsonb,
            'cells', 0)
        from leaderboard l, (values ('{"converged":true,"format":1,"method":"mean@1","notes":[],"rows":[],"settings":{}}'))
          as d(document)
        where l.id = '%2$s'
        """,
        id, board);
    return "snapshots/" + id;
  }

  String worker() {
    return itself().post("work/workers", WORKER).at("worker");
  }

  private String only(String query, Object... values) {
    return api.column(query.formatted(values)).getFirst();
  }

  private void sql(String text, Object... values) {
    api.postgres().asOwner(text.formatted(values));
  }
}
