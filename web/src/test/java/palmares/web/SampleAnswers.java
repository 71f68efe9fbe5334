package palmares.web;

import java.util.Map;
import palmares.web.StubApi.Reply;

/// What the API answers in tests of the pages: one benchmark with one board, and one submission.
final class SampleAnswers {

  static final String TOKEN = "token-of-admin";

  private SampleAnswers() {}

  static void on(StubApi api) {
    api.on("GET /leaderboards", leaderboards());
    api.on(
        "GET /leaderboards/board-1",
        new Reply(200, "\"14\"", Map.of(), board("fusion-sentence", 14)));
    api.on("GET /snapshots/n-13", board("newcomer", 13));
    api.on("GET /leaderboards/board-1/snapshots", snapshots());
    api.on("GET /submissions", "{\"items\":[" + submission("active") + "]}");
    api.on("GET /snapshots/n-14", board("best-of-causes", 14));
    api.on("GET /snapshots/n-14/win-rates", winRates());
    api.on("GET /benchmarks", benchmarks());
    api.on("POST /sessions", session());
    api.on("DELETE /sessions/current", "");
    api.on("GET /systems/y-1", system());
    api.on("POST /submissions", new Reply(202, "", Map.of(), "{\"id\":\"s-1\",\"responses\":60}"));
    api.on("GET /submissions/s-1", submission("active"));
    api.on("GET /submissions/s-1/timeline", timeline());
    api.on("GET /submissions", "{\"items\":[" + submission("active") + "]}");
    api.on("GET /submissions/s-1/examples", evaluated());
    api.on(
        "GET /submissions/s-1/examples/causes-01",
        example(
            "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Why did the mill"
                + " stop?\"}]}]"));
    api.on("GET /benchmarks/short-reading", benchmark());
    api.on("GET /benchmarks/short-reading/versions/1/examples", exampleLines());
    api.on("GET /built-in-systems", "[\"bm25-sentence@1\",\"lead-sentence@1\"]");
    api.on("GET /me", me());
  }

  static String session() {
    return """
    {"token":"%s","expiresAt":"2026-11-22T10:00:00Z",
     "me":{"account":"admin","role":"admin","teams":["admin"],"scopes":["read","submit"]}}
    """
        .formatted(TOKEN);
  }

  static String leaderboards() {
    return """
    {"items":[
      {"id":"board-1","name":"main","title":"Who is better?","benchmark":"short-reading",
       "version":"1","method":"wb-score","snapshot":"n-1","builtAt":"2026-11-21T10:41:02Z"},
      {"id":"board-2","name":"arena","title":"Who wins head to head?","benchmark":"short-reading",
       "version":"1","method":"bradley-terry"}]}
    """;
  }

  static String board(String first, int revision) {
    return """
    {"leaderboard":"board-1","name":"main","title":"Who is better?","benchmark":"short-reading",
     "version":"1","snapshot":"n-%2$d","revision":%2$d,"digest":"00","builtAt":"2026-11-21T10:41:02Z",
     "method":"wb-score@1","settings":{"evaluator":"checklist@2","level":"0.95"},
     "rows":[
      {"subject":"%1$s","subjectKind":"system","system":"y-1","team":"vision","kind":"built-in","baseline":false,"rank":1,"rankLow":1,"rankHigh":2,
       "tieGroup":1,"value":18.1,"low":1.0,"high":37.0,
       "columns":{"answered":60,"chars":49,"tries":1},"labels":{}},
      {"subject":"whole-passage","subjectKind":"system","baseline":true,"rank":2,"rankLow":1,
       "rankHigh":3,"tieGroup":1,"value":10.0,"columns":{"answered":60,"chars":249},
       "labels":{"interval":"constant"}},
      {"subject":"lead-sentence","subjectKind":"system","baseline":false,"rank":3,"rankLow":3,
       "rankHigh":3,"value":-37.7,"low":-41.3,"high":-35.0,
       "columns":{"answered":60,"chars":53},"labels":{}},
      {"subject":"word-overlap-abstain","subjectKind":"system","baseline":false,
       "reason":"26 of 60 missing","boundLow":-34.1,"boundHigh":45.1,
       "columns":{"answered":34,"missing":26,"chars":51},"labels":{}}],
     "pending":["minilm-two: being evaluated"],"notes":["The interval is a bootstrap over examples."],
     "provenance":{"benchmarkDigest":"00","evaluators":["checklist@2"],"runs":["r-1","r-2"],
       "evidenceRows":5040}}
    """
        .formatted(first, revision);
  }

  static String snapshots() {
    return """
    {"items":[
      {"id":"n-14","revision":14,"digest":"00","builtAt":"2026-11-21T10:41:02Z","rows":4},
      {"id":"n-13","revision":13,"digest":"00","builtAt":"2026-11-20T10:41:02Z","rows":4}]}
    """;
  }

  static String benchmarks() {
    return """
    {"items":[{"name":"short-reading","title":"Short reading","description":"","version":"1",
      "examples":60,"submissions":12,"categories":["numbers","places"]}]}
    """;
  }

  static String winRates() {
    return """
    {"snapshot":"n-14","evaluator":"checklist@2","systems":["fusion-sentence","whole-passage"],
     "rates":[[0.5,0.625],[0.375,0.5]]}
    """;
  }

  static String threeBenchmarks() {
    return """
    {"items":[
      {"name":"reading","title":"Reading","description":"","version":"1","examples":60,
       "submissions":12,"categories":["places"]},
      {"name":"sums","title":"Sums","description":"","version":"1","examples":9,
       "submissions":0,"categories":["maths"]},
      {"name":"proofs","title":"Proofs","description":"","version":"2","examples":1,
       "submissions":1,"categories":["maths"]}]}
    """;
  }

  static String submission(String state) {
    boolean active = state.equals("active");
    return """
    {"id":"s-1","benchmark":"short-reading","version":"1","team":"admin","system":"mine",
     "kind":"outputs","state":"%s",%s"since":"2026-11-21T10:42:00Z",
     "submittedAt":"2026-11-21T10:41:02Z","baseline":false,"examples":60,"responses":60,
     "jobs":{"done":3,"ready":1},"failures":[],
     "costs":[{"unit":"money","spent":1060000,"reserved":5940000},
              {"unit":"tokens","spent":48120,"reserved":0}],
     "evaluators":[{"evaluator":"checklist@2","scored":60,"unscored":0,"mean":0.714},
                   {"evaluator":"rouge-l@2","scored":12,"unscored":0,"mean":0.3}],
     "stages":[{"stage":"score","state":"%s","done":72,"expected":120},
               {"stage":"reward","state":"%s","done":0,"expected":60}],%s
     "card":{"system":"y-1","version":2,"baseModel":"qwen3-8b","licence":"Apache-2.0",
             "links":["https://example.org/card"]}}
    """
        .formatted(
            state,
            active
                ? "\"stage\":\"score\",\"waitingFor\":\"a worker with rouge-l@2\",\"waitingSince\":\"2026-11-21T10:42:00Z\","
                    + "\"next\":\"ranked on 2 leaderboards\","
                : "",
            active ? "now" : "done",
            active ? "next" : "done",
            active
                ? "\"queue\":{\"waiting\":3,\"inWork\":1,\"ahead\":0,\"others\":12,\"slots\":4},"
                : "");
  }

  static String me() {
    return """
    {"account":"admin","role":"admin","teams":["admin"],"scopes":["read","submit"]}
    """;
  }

  static String benchmark() {
    return """
    {"name":"short-reading","title":"Short reading","description":"Questions on short passages.",
     "version":"1","versions":["1"],"state":"open","digest":"00","examples":60,
     "categories":{"causes":2.0,"people":1.0},"evaluators":["checklist@2","rouge-l@2"],
     "mainMetric":"checklist@2","entryRule":"latest","gaps":"unranked","visible":"reason",
     "licence":"CC-BY-4.0","closesAt":"2030-01-31T22:30:00Z","quotaPerDay":5,"quotaLeft":3,
     "leaderboards":[{"id":"board-1","name":"main","title":"Who is better?"}],"mayChange":false}
    """;
  }

  static String exampleLines() {
    return """
    {"items":[{"id":"causes-01","tags":["causes"],"split":"test","messages":[
      {"role":"user","content":[{"type":"text","text":"Why did the mill stop? <b>Really</b>?"}]}]}]}
    """;
  }

  static String evaluated() {
    return """
    {"items":[%s,
      {"example":"people-07","tags":["people"],"evaluations":[
        {"evaluator":"checklist@2","cause":"MISSING","reason":{}}],"messages":[],"references":[]}],
     "next":"more"}
    """
        .formatted(example("[]"));
  }

  static String example(String messages) {
    return """
    {"example":"causes-01","tags":["causes"],"response":"The river froze.","chars":16,
     "evaluations":[{"evaluator":"checklist@2","value":0.5,"reason":{"names-river":1.0,"short":0.0}},
                    {"evaluator":"rouge-l@2","value":0.33333,"reason":{}}],
     "messages":%s,"references":["Because the river was frozen."]}
    """
        .formatted(messages);
  }

  static String system() {
    return """
    {"id":"y-1","team":"vision","name":"fusion-sentence","version":2,"kind":"outputs",
     "baseModel":"qwen3-8b","licence":"Apache-2.0","description":"Two rankings of sentences, fused.",
     "links":["https://example.org/card"],"createdAt":"2026-11-18T10:00:00Z",
     "publishedAt":"2026-11-18T10:00:00Z","leaderboards":[
      {"leaderboard":"board-1","title":"Who is better?","benchmark":"short-reading","version":"1",
       "rankLow":1,"rankHigh":2},
      {"leaderboard":"board-2","title":"Who wins head to head?","benchmark":"short-reading",
       "version":"1"}]}
    """;
  }

  static String timeline() {
    return """
    {"items":[{"seq":1,"kind":"received","at":"2026-11-21T10:41:02Z","detail":{},
      "text":"Received and checked: 60 responses, no problems"},
     {"seq":2,"kind":"run-started","at":"2026-11-21T10:41:03Z","detail":{},"text":"A run began."},
     {"seq":3,"kind":"job-retried","at":"2026-11-21T10:41:09Z","detail":{},
      "text":"A job of the stage score goes back in line: its worker disappeared"}]}
    """;
  }

  static Reply twoProblems() {
    return new Reply(
        422,
        "",
        Map.of(),
        """
        {"type":"about:blank","title":"Not taken","status":422,"detail":"2 problems",
         "errors":[{"line":3,"field":"id","message":"stands twice"},
                   {"line":9,"message":"is not JSON"}]}
        """);
  }
}
