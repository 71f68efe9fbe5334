package palmares.web;

/// What the API answers an operator: three workers, work that waits, and something that failed.
final class OperatorAnswers {

  private OperatorAnswers() {}

  static void on(StubApi api) {
    api.on("GET /workers", workers("quarantined"));
    api.on("GET /queues", queues());
    api.on("GET /failed-jobs", failedJobs());
    api.on("GET /doctor", doctor());
    api.on("GET /accounts", accounts("member", false));
    api.on("POST /workers/w-2/readmit", worker("w-2", "cellar", "live"));
    api.on("POST /workers/w-1/drain", worker("w-1", "attic", "draining"));
  }

  /// @param role of `noor`, and whether that account is closed
  static String accounts(String role, boolean closed) {
    return """
    {"items":[
      {"name":"admin","role":"admin","provided":false,"closed":false,"createdAt":"2026-11-01T10:00:00Z"},
      {"name":"kim","role":"organiser","provided":true,"closed":false,"createdAt":"2026-11-02T10:00:00Z"},
      {"name":"noor","role":"%s","provided":false,"closed":%b,"createdAt":"2026-11-03T10:00:00Z"}]}
    """
        .formatted(role, closed);
  }

  static String workers(String second) {
    return "[" + worker("w-1", "attic", "live") + "," + worker("w-2", "cellar", second) + "]";
  }

  private static String worker(String id, String name, String state) {
    return """
    {"id":"%s","name":"%s","pool":"default","state":"%s","since":"2026-11-21T09:00:00Z",
     "lastSeen":"2026-11-21T10:05:00Z","slots":4,"busy":3,"capabilities":["cpu"],
     "offers":["rouge-l@2","token-f1@1"]%s}
    """
        .formatted(
            id,
            name,
            state,
            state.equals("quarantined")
                ? ",\"reason\":\"3 failures of its own in a row, the last: no disk left\""
                : "");
  }

  private static String queues() {
    return """
    [{"capability":"cpu","offer":"rouge-l@2","waiting":12,"delayed":0,"working":3,
      "since":"2026-11-21T09:30:00Z","workers":1,"slots":4,"busy":4},
     {"capability":"gpu","offer":"reward-large@1","waiting":5,"delayed":0,"working":0,
      "since":"2026-11-21T09:30:00Z","workers":0,"slots":0,"busy":0,
      "noWorkerSince":"2026-11-21T08:00:00Z"}]
    """;
  }

  private static String failedJobs() {
    return """
    {"items":[{"id":"j-1","submission":"s-1","team":"crew","system":"<i>mine</i>",
      "benchmark":"short-reading","version":"1","stage":"score","offer":"rouge-l@2",
      "failureClass":"evaluator","reason":"after 3 failures: the judge answered 500",
      "attempts":3,"at":"2026-11-21T09:40:00Z"}]}
    """;
  }

  private static String doctor() {
    return """
    {"healthy":false,"checks":{"overdue rows":0,"blobs without their file":1},
     "details":["blobs without their file: blob 00ff"]}
    """;
  }
}
