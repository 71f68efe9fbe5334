package palmares.api.submission;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.db.Json;
import tools.jackson.databind.JsonNode;

/// A worker whose jobs are handed to it: it scores by `exact-match@1`, and runs the built-in system
/// `parrot@1`, which answers `a1`, `a2`, ...
public final class HandWorker {

  private static final String DIGEST = "0".repeat(64);

  private final RunningApi api;
  private final Calls calls;
  private final String id;

  public HandWorker(RunningApi api) {
    this.api = api;
    this.calls = api.worker("default");
    var registered =
        calls.post(
            "work/workers",
            """
            {"name":"hand","capabilities":["cpu"],"slots":4,"offers":[
              {"id":"exact-match","version":1,"kind":"metric","floor":0,"ceiling":1,"summary":""},
              {"id":"parrot","version":1,"kind":"built-in","summary":""}]}
            """);
    this.id = registered.at("worker");
  }

  String id() {
    return id;
  }

  /// Works until no job of its kind is open.
  public void workAll() {
    while (true) {
      var jobs =
          api.column(
              "select id from job where state in ('ready', 'dispatched')"
                  + " and offer in ('exact-match@1', 'parrot@1')");
      if (jobs.isEmpty()) {
        return;
      }
      jobs.forEach(this::work);
    }
  }

  /// Fails every open job of its evaluator for good, by the evaluator's fault.
  void failAll() {
    api.postgres().asOwner("update job set failures = 100 where state in ('ready', 'dispatched')");
    for (var job :
        api.column(
            "select id from job where state in ('ready', 'dispatched')"
                + " and offer = 'exact-match@1'")) {
      var token = claim(job).at("token");
      calls.post(
          "work/jobs/" + job + "/fail",
          "{\"token\":\"%s\",\"failureClass\":\"evaluator\",\"reason\":\"broken\"}"
              .formatted(token));
    }
  }

  /// Works on the open jobs of one system alone.
  public void workOf(String system) {
    api.column(
            """
            select j.id from job j
            join run r on r.id = j.run_id
            join submission s on s.id = r.submission_id
            join system_version v on v.id = s.system_version_id
            join system y on y.id = v.system_id
            where j.state in ('ready', 'dispatched') and y.name = '%s'\
            """
                .formatted(system))
        .forEach(this::work);
  }

  private Calls.Answer claim(String job) {
    var claim =
        calls.post(
            "work/jobs/" + job + "/claim",
            "{\"worker\":\"%s\",\"claim\":\"%s\"}".formatted(id, UUID.randomUUID()));
    if (claim.status() != 200) {
      throw new IllegalStateException("not claimed: " + claim);
    }
    return claim;
  }

  private void work(String job) {
    var claim = claim(job);
    var token = claim.at("token");
    var inputs = document(job, token, claim.at("inputs"));
    var lines = new StringBuilder();
    var first = Integer.parseInt(claim.at("firstOrdinal"));
    var last = Integer.parseInt(claim.at("lastOrdinal"));
    var isGenerate = claim.at("stage").equals("generate");
    var given =
        isGenerate ? Map.<Integer, JsonNode>of() : document(job, token, claim.at("responses"));
    for (var ordinal = first; ordinal <= last; ordinal++) {
      lines.append(
          isGenerate
              ? "{\"ordinal\":%d,\"sample\":0,\"text\":\"a%d\"}\n".formatted(ordinal, ordinal + 1)
              : score(ordinal, inputs.get(ordinal), given.get(ordinal)));
    }
    send(job, token, lines.toString(), last - first + 1);
  }

  private static String score(int ordinal, JsonNode gold, JsonNode given) {
    if (given == null) {
      return "{\"ordinal\":%d,\"sample\":0,\"cause\":\"MISSING\"}\n".formatted(ordinal);
    }
    if (given.get("text").stringValue().isBlank()) {
      return "{\"ordinal\":%d,\"sample\":0,\"cause\":\"EMPTY\"}\n".formatted(ordinal);
    }
    var isRight = given.get("text").equals(gold.get("references").get(0));
    return "{\"ordinal\":%d,\"sample\":0,\"value\":%d,\"aspects\":{\"why\":1}}\n"
        .formatted(ordinal, isRight ? 1 : 0);
  }

  private void send(String job, String token, String lines, int count) {
    var stored =
        calls.send(
            "POST",
            "work/jobs/" + job + "/results",
            lines.getBytes(StandardCharsets.UTF_8),
            List.of(
                "Content-Type",
                "application/jsonl",
                "X-Palmares-Lease",
                token,
                "X-Palmares-Batch",
                UUID.randomUUID().toString()));
    var closed =
        calls.post(
            "work/jobs/" + job + "/complete",
            "{\"token\":\"%s\",\"digest\":\"%s\",\"results\":%d}".formatted(token, DIGEST, count));
    if (stored.status() != 204 || closed.status() != 204) {
      throw new IllegalStateException("not delivered: " + stored + closed);
    }
  }

  private Map<Integer, JsonNode> document(String job, String token, String sha256) {
    var text =
        calls
            .send(
                "GET",
                "work/jobs/" + job + "/documents/" + sha256,
                new byte[0],
                List.of("X-Palmares-Lease", token))
            .text();
    var lines = new HashMap<Integer, JsonNode>();
    text.lines().map(Json::tree).forEach(line -> lines.put(line.get("ordinal").intValue(), line));
    return lines;
  }
}
