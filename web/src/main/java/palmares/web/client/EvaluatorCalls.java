package palmares.web.client;

import java.util.List;
import java.util.Map;
import palmares.contract.evaluator.Evaluators.Agreement;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;
import tools.jackson.core.type.TypeReference;

/// What pages ask of evaluators.
public record EvaluatorCalls(ApiClient api) {

  public Answer<List<EvaluatorSummary>> all() {
    return api.get("/evaluators", Map.of(), new TypeReference<>() {});
  }

  /// How far those of a benchmark version agree. The first answer takes its time.
  public Answer<Agreement> agreement(String benchmark, String version) {
    return api.getPatiently(
        "/benchmarks/"
            + ApiClient.encoded(benchmark)
            + "/versions/"
            + ApiClient.encoded(version)
            + "/agreement",
        Map.of(),
        new TypeReference<>() {});
  }
}
