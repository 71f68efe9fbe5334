package palmares.web;

/// What the API answers an organiser: a draft with a flaw, and a version whose gold is being
/// mended.
final class OrganiserAnswers {

  static final String FLAWED =
      """
      {"id":"d1","name":"mine","version":"1","revision":3,"spec":"name: mine\\nversion: 1\\ngaps: never\\n",
       "examples":"{\\"id\\":\\"a\\"}\\n","flaws":[{"file":"benchmark.yaml","line":3,"field":"gaps",
       "message":"must be one of [unranked, worst]: 'never'"}],"updatedBy":"ada",
       "updatedAt":"2026-01-01T00:00:00Z"}
      """;
  static final String GOOD =
      FLAWED
          .replaceFirst("(?s)\"flaws\":\\[.*?\\],", "\"flaws\":[],\"examplesCount\":7,")
          .replace("\"revision\":3", "\"revision\":4");
  static final String FORM_FLAWED =
      FLAWED.replaceFirst(
          "(?s)\"flaws\":\\[.*?\\],",
          """
          "flaws":[{"file":"benchmark.yaml","line":1,"field":"name",
            "message":"must be 1 to 64 of a-z, 0-9 and '-'"},
           {"file":"benchmark.yaml","line":5,"field":"evaluators[1]","message":"is not known"},
           {"file":"benchmark.yaml","line":4,"field":"categories.facts","message":"must be a number"},
           {"file":"examples.jsonl","line":1,"field":"prompt","message":"is missing"}],\
          """);
  static final String VERSIONS =
      """
      [{"version":"1","state":"published","examples":7,"submissions":4,"goldRevision":2,
        "digest":"00","publishedAt":"2026-01-01T00:00:00Z"}]
      """;
  static final String ERRATA =
      """
      [{"revision":2,"reason":"q3 named the wrong river","examples":1,
        "publishedAt":"2026-01-02T00:00:00Z","state":"rescoring","current":false,"submissions":4,
        "rescored":1,"failed":1,"lacking":0}]
      """;

  static final String EXCLUSION =
      """
      {"id":"x-2","kind":"example","subject":"causes-07","reason":"its answer was on a poster",
       "by":"ada","at":"2026-01-03T00:00:00Z"%s}\
      """;
  private static final String LIFTED =
      """
      {"id":"x-1","kind":"rater","subject":"rouge-l@2","reason":"under suspicion of a wrong tokenizer",
       "by":"ada","at":"2026-01-01T00:00:00Z","liftedBy":"noor","liftedAt":"2026-01-02T00:00:00Z",
       "liftReason":"the tokenizer was right"}\
      """;

  private static final String COPIED =
      """
      {"id":"x-3","kind":"submission","subject":"0198-copied","system":"copycat","reason":"a copy",
       "at":"2026-01-03T00:00:00Z"%s}\
      """;

  private OrganiserAnswers() {}

  static void on(StubApi api) {
    api.on("GET /drafts", "[]");
    api.on("GET /drafts/d1", FLAWED);
    exclusions(api, EXCLUSION.formatted("") + "," + COPIED.formatted(""), LIFTED);
    api.on(
        "GET /snapshots/n-14/exclusions",
        "{\"items\":["
            + EXCLUSION.formatted(",\"liftedAt\":\"2026-01-04T00:00:00Z\"")
            + "],\"next\":\"older\"}");
    api.on(
        "GET /snapshots/n-14/exclusions?limit=20&cursor=older",
        "{\"items\":[" + COPIED.formatted("") + "]}");
    api.on(
        "POST /benchmarks/short-reading/versions/1/exclusions/x-2/lift",
        EXCLUSION.formatted(",\"liftedAt\":\"2026-01-04T00:00:00Z\""));
    api.on("GET /benchmarks/mine/versions", VERSIONS);
    api.on("GET /benchmarks/mine/versions/1/errata", ERRATA);
  }

  /// What is left out, and what was.
  static void exclusions(StubApi api, String standing, String lifted) {
    var path = "GET /benchmarks/short-reading/versions/1/exclusions?lifted=%s&limit=100";
    api.on(path.formatted("false"), "{\"items\":[" + standing + "]}");
    api.on(path.formatted("true"), "{\"items\":[" + lifted + "]}");
  }

  /// Whoever asks is of the team whose benchmark it is, and may follow what is left out.
  static void mayChange(StubApi api) {
    api.change((route, body) ->
        body.replace("\"mayChange\":false", "\"mayChange\":true")
            .replace("\"system\":\"copycat\"", "\"system\":\"copycat\",\"submission\":\"s-1\""));
  }
}
