package palmares.contract.evaluator;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.List;
import palmares.contract.evaluator.Evaluators.Agreement;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;

/// Evaluators: what there is, where it runs, what it is used for, and how far they agree.
public interface EvaluatorApi {

  /// Every version that a worker has ever offered, by id and version.
  @Get("/evaluators")
  List<EvaluatorSummary> evaluators();

  /// How far the evaluators of a benchmark version agree, over the newest ended evaluation of each
  /// system.
  @Get("/benchmarks/{name}/versions/{version}/agreement")
  Agreement agreement(@PathVariable String name, @PathVariable String version);
}
