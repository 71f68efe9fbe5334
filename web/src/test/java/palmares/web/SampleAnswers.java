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
        "GET /leaderboards/board-1", new Reply(200, "\"14\"", Map.of(), board("fusion-sentence")));
    api.on("GET /benchmarks", benchmarks());
    api.on("POST /sessions", session());
    api.on("DELETE /sessions/current", "");
    api.on("POST /submissions", new Reply(202, "", Map.of(), "{\"id\":\"s-1\",\"responses\":60}"));
    api.on("GET /submissions/s-1", submission("active"));
    api.on("GET /submissions/s-1/timeline", timeline());
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

  static String board(String first) {
    return """
    {"leaderboard":"board-1","name":"main","title":"Who is better?","benchmark":"short-reading",
     "version":"1","snapshot":"n-1","revision":14,"digest":"00","builtAt":"2026-11-21T10:41:02Z",
     "method":"wb-score","settings":{},
     "rows":[
      {"subject":"%s","subjectKind":"system","baseline":false,"rank":1,"rankLow":1,"rankHigh":2,
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
        .formatted(first);
  }

  static String benchmarks() {
    return """
    {"items":[{"name":"short-reading","title":"Short reading","description":"","version":"1",
      "examples":60,"submissions":12}]}
    """;
  }

  static String submission(String state) {
    boolean active = state.equals("active");
    return """
    {"id":"s-1","benchmark":"short-reading","version":"1","team":"admin","system":"mine",
     "kind":"outputs","state":"%s",%s"since":"2026-11-21T10:42:00Z",
     "submittedAt":"2026-11-21T10:41:02Z","baseline":false,"examples":60,"responses":60,
     "jobs":{"done":3,"ready":1},"failures":[],
     "evaluators":[{"evaluator":"checklist@2","scored":60,"unscored":0,"mean":0.714},
                   {"evaluator":"rouge-l@2","scored":12,"unscored":0}]}
    """
        .formatted(
            state,
            active
                ? "\"stage\":\"score\",\"waitingFor\":\"a worker with rouge-l@2\","
                    + "\"next\":\"ranked on 2 leaderboards\","
                : "");
  }

  static String timeline() {
    return """
    [{"seq":1,"kind":"submitted","at":"2026-11-21T10:41:02Z","detail":{},
      "text":"Received and checked: 60 responses, no problems"},
     {"seq":2,"kind":"stage","at":"2026-11-21T10:41:09Z","detail":{},
      "text":"Scored by 5 automatic metrics"}]
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
