package palmares.web;

/// What the API answers of two submissions side by side: one leads on what both answered, and left
/// gaps that cost it the lead.
final class ComparisonAnswers {

  static final String HOSTILE = "<img src=x onerror=alert(1)> \u202eevil";

  private ComparisonAnswers() {}

  static void on(StubApi api) {
    api.on("GET /comparisons/s-1/s-2", comparison("null"));
    api.on(
        "GET /comparisons/s-1/s-2/examples",
        "{\"items\":[%s,%s],\"next\":\"more\"}"
            .formatted(example("causes-01", 1.0, "", ""), gap("people-07")));
    api.on(
        "GET /comparisons/s-1/s-2/examples/causes-01",
        example("causes-01", 1.0, ",\"after\":\"people-07\"", messages()));
    api.on(
        "GET /comparisons/s-1/s-2/examples/people-07",
        gap("people-07")
            .replace("\"references\":[]", "\"references\":[],\"before\":\"causes-01\""));
  }

  /// A board whose two first rows can be compared.
  static String board() {
    return SampleAnswers.board("fusion-sentence", 14)
        .replace(
            "\"subject\":\"fusion-sentence\",",
            "\"subject\":\"fusion-sentence\",\"submission\":\"s-1\","
                + "\"submittedAt\":\"2026-11-20T16:00:00Z\",")
        .replace(
            "\"subject\":\"whole-passage\",",
            "\"subject\":\"whole-passage\",\"submission\":\"s-2\","
                + "\"submittedAt\":\"2026-11-18T10:00:00Z\",");
  }

  static String comparison(String hidden) {
    return """
    {"benchmark":"short-reading","version":"1",
     "left":{"submission":"s-1","system":"bm25-sentence","systemVersion":1,"team":"vision","kind":"built-in"},
     "right":{"submission":"s-2","system":"word-overlap-abstain","systemVersion":1,"team":"vision","kind":"built-in"},
     "evaluator":"checklist@2","evaluators":["checklist@2","rouge-l@2"],
     "tally":{"examples":60,"both":34,"onlyLeft":26,"onlyRight":0,"neither":0,"notEvaluated":0},"leftOut":0,
     "worst":1.0,
     "answered":{"examples":34,"leftMean":6.4,"rightMean":7.1,"difference":-0.7,"low":-1.5,"high":0.1,
       "level":0.95,"leftBetter":9,"rightBetter":15,"ties":10,"p":0.083,"draws":9999,"signP":0.31,"rightOrWrong":false},
     "withGaps":{"examples":60,"leftMean":6.2,"rightMean":4.4,"difference":1.8,"low":0.9,"high":2.75,
       "level":0.95,"leftBetter":35,"rightBetter":15,"ties":10,"p":0.0004,"draws":9999,"signP":0.0066,"rightOrWrong":false},
     "categories":[
      {"category":"causes","tally":{"examples":30,"both":20,"onlyLeft":10,"onlyRight":0,"neither":0,"notEvaluated":0},
       "paired":{"examples":30,"leftMean":6.0,"rightMean":4.5,"difference":1.5,"low":0.2,"high":2.8,
        "level":0.95,"leftBetter":16,"rightBetter":9,"ties":5,"p":0.03,"draws":9999,"signP":0.2,"rightOrWrong":false},"p":0.06},
      {"category":"people","tally":{"examples":30,"both":14,"onlyLeft":16,"onlyRight":0,"neither":0,"notEvaluated":0},
       "paired":{"examples":30,"leftMean":6.4,"rightMean":4.3,"difference":2.1,"low":0.8,"high":3.4,
        "level":0.95,"leftBetter":19,"rightBetter":6,"ties":5,"p":0.001,"draws":9999,"signP":0.01,"rightOrWrong":false},"p":0.002}],
     "hidden":%s}
    """
        .formatted(hidden);
  }

  private static String example(
      String name, double difference, String neighbours, String messages) {
    return """
    {"example":"%s","tags":["causes"],"difference":%s,
     "left":{"response":"The river froze.","chars":16,"evaluations":[
       {"evaluator":"checklist@2","value":5.5,"reason":{"names-river":1.0}}]},
     "right":{"response":"%s","chars":40,"evaluations":[
       {"evaluator":"checklist@2","value":4.5,"reason":{}}]},
     "messages":[%s],"references":[]%s}
    """
        .formatted(name, difference, HOSTILE, messages, neighbours);
  }

  private static String messages() {
    return "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Why did the mill stop?\"}]}";
  }

  private static String gap(String name) {
    return """
    {"example":"%s","tags":["people"],
     "left":{"response":"Anna did.","chars":9,"evaluations":[
       {"evaluator":"checklist@2","value":10.0,"reason":{}}]},
     "right":{"evaluations":[{"evaluator":"checklist@2","cause":"MISSING","reason":{}}]},
     "messages":[],"references":[]}
    """
        .formatted(name);
  }
}
