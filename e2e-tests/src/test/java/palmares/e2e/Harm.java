package palmares.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import palmares.e2e.platform.Rest;

/// What came to harm of the submissions to a benchmark, as the platform itself counts it.
///
/// @param lost results that should be there and are not
/// @param doubled submissions beyond those that were made, and jobs done more than once
/// @param stuck runs that have not ended
record Harm(int lost, int doubled, int stuck) {

  private static final String DONE_TWICE = "jobs done more than once, or without a done attempt";

  /// @param results of every submission
  static Harm of(Rest api, String benchmark, List<String> submissions, int results)
      throws Exception {
    var lost = 0;
    for (var submission : submissions) {
      lost += Math.max(0, results - results(api.get("/submissions/" + submission).body()));
    }
    var doubled =
        Math.max(0, api.all("/submissions?benchmark=" + benchmark).size() - submissions.size())
            + api.get("/doctor").body().get("checks").get(DONE_TWICE).asInt();
    return new Harm(lost, doubled, open(api, submissions));
  }

  /// How many of the submissions have a run that goes on.
  static int open(Rest api, List<String> submissions) throws Exception {
    var open = 0;
    for (var submission : submissions) {
      var state = api.get("/submissions/" + submission).body().get("state").asText();
      open += state.equals("active") ? 1 : 0;
    }
    return open;
  }

  private static int results(JsonNode submission) {
    return StreamSupport.stream(submission.get("evaluators").spliterator(), false)
        .mapToInt(evaluator -> evaluator.get("scored").asInt() + evaluator.get("unscored").asInt())
        .sum();
  }

  @Override
  public String toString() {
    return "lost %d, doubled %d, stuck %d".formatted(lost, doubled, stuck);
  }
}
