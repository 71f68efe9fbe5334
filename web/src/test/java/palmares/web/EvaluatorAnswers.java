package palmares.web;

/// What the API answers about evaluators and how far they agree.
final class EvaluatorAnswers {

  private static final String THREE =
      """
      [{"id":"rouge-l","version":2,"kind":"metric","summary":"the longest common subsequence",
        "floor":0,"ceiling":1,"liveWorkers":2,"workers":["attic","cellar"],"benchmarks":[
         {"name":"short-reading","version":"1","title":"<u>Short</u> reading"}]},
       {"id":"token-f1","version":1,"kind":"metric","summary":"shared tokens","floor":0,
        "ceiling":1,"liveWorkers":1,"workers":[],"benchmarks":[
         {"name":"short-reading","version":"1","title":"<u>Short</u> reading"}]},
       {"id":"reward-large","version":1,"kind":"reward-model","summary":"closeness in meaning",
        "liveWorkers":0,"workers":[],"benchmarks":[]}]
      """;

  private static final String AGREEMENT =
      """
      {"benchmark":"short-reading","version":"1","systems":13,"systemsInAll":13,"pairs":[
        {"one":"rouge-l@2","other":"token-f1@1","responses":1520,"spearman":0.934,"pearson":0.911},
        {"one":"exact-match@1","other":"rouge-l@2","responses":1520,"spearman":-0.021,
         "pearson":-0.3},
        {"one":"checklist@2","other":"rouge-l@2","responses":1520}]}
      """;

  private EvaluatorAnswers() {}

  static void on(StubApi api) {
    api.on("GET /evaluators", THREE);
    api.on("GET /benchmarks/short-reading/versions/1/agreement", AGREEMENT);
  }
}
