package palmares.api.evaluator;

import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import palmares.api.benchmark.Benchmarks;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.problem.Refused;
import palmares.contract.evaluator.EvaluatorApi;
import palmares.contract.evaluator.Evaluators.Agreement;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;
import palmares.contract.evaluator.Evaluators.UsedBy;
import palmares.db.Database;
import palmares.db.job.EvaluatorDirectory;
import palmares.db.job.EvaluatorDirectory.Use;
import palmares.db.job.EvaluatorListing;

/// Lists evaluators, and says how far those of a benchmark agree.
@Controller("/api/v1")
class EvaluatorController implements EvaluatorApi {

  private final Database database;
  private final Benchmarks benchmarks;
  private final Agreements agreements;
  private final Callers callers;

  EvaluatorController(
      Database database, Benchmarks benchmarks, Agreements agreements, Callers callers) {
    this.database = database;
    this.benchmarks = benchmarks;
    this.agreements = agreements;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public List<EvaluatorSummary> evaluators() {
    var caller = callers.current();
    boolean operator = Benchmarks.seesAll(caller);
    return database.transact(tx -> {
      var uses =
          EvaluatorDirectory.uses(tx, Benchmarks.teams(caller), operator).stream()
              .collect(Collectors.groupingBy(Use::evaluator));
      return EvaluatorDirectory.all(tx).stream()
          .map(each -> summary(each, uses, operator))
          .toList();
    });
  }

  private static EvaluatorSummary summary(
      EvaluatorListing each, Map<String, List<Use>> uses, boolean operator) {
    return new EvaluatorSummary(
        each.evaluator(),
        each.version(),
        each.kind(),
        each.summary(),
        each.floor(),
        each.ceiling(),
        each.workers().size(),
        operator ? each.workers() : List.of(),
        uses.getOrDefault(each.key(), List.of()).stream()
            .map(use -> new UsedBy(use.benchmark(), use.version(), use.title()))
            .toList());
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Agreement agreement(String name, String version) {
    var found = benchmarks.find(callers.current(), name, version);
    if (found == null) {
      throw Refused.notFound("benchmark", name + " " + version);
    }
    return agreements.of(found);
  }
}
