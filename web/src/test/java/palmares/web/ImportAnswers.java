package palmares.web;

/// What the API answers about imports: one of which some rows were left out, and an older one.
final class ImportAnswers {

  static final String NEWER =
      """
      {"at":"2026-11-21T10:41:02Z","team":"crew","report":{"id":"i-2","kind":"alpaca-eval",
       "benchmark":"alpaca-eval","version":"805-9f2c","newVersion":false,"repeated":false,
       "digest":"5d41402abc4b2a76","rater":"weighted_alpaca_eval_gpt4_turbo",
       "systems":["NullModel","gpt4_1106_preview"],"examples":805,"rows":805,"taken":803,
       "skipped":[{"reason":"no preference","rows":2,"firstLines":[1041,77233]}],
       "noticed":[{"reason":"a draw, written as 0","rows":14,"firstLines":[12,40,61]}],
       "leaderboards":["win-rate"]}}
      """;

  static final String OLDER =
      """
      {"at":"2026-11-20T09:00:00Z","team":"crew","report":{"id":"i-1","kind":"battles",
       "benchmark":"llmfao","version":"1a2b","newVersion":true,"repeated":false,
       "digest":"7c211433f0207159","rater":"llmfao",
       "systems":["a","b","c","d","e","f","g"],"examples":0,"rows":9288,"taken":9288,
       "skipped":[],"noticed":[],"leaderboards":["elo","bradley-terry"]}}
      """;

  private ImportAnswers() {}

  static void on(StubApi api) {
    api.on("GET /imports", "{\"items\":[" + NEWER + "," + OLDER + "]}");
  }
}
