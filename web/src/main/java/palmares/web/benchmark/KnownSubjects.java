package palmares.web.benchmark;

import java.util.List;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.page.Page;
import palmares.web.benchmark.SubjectField.Finder;
import palmares.web.benchmark.SubjectField.Subject;
import palmares.web.client.Answer.Given;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Instants;

/// What of a benchmark version can be found by a part of its name: submissions by their systems,
/// and its evaluators. Runs and examples are named in full.
record KnownSubjects(SubmissionCalls submissions, BenchmarkDetail benchmark) implements Finder {

  @Override
  public List<Subject> find(LeftOutKind kind, String typed) {
    return switch (kind) {
      case SUBMISSION -> submissions(typed);
      case RATER -> benchmark.evaluators().stream().map(key -> new Subject(key, key)).toList();
      case RUN, EXAMPLE -> List.of();
    };
  }

  private List<Subject> submissions(String typed) {
    var answer = submissions.find(benchmark.name(), benchmark.version(), typed, Page.DEFAULT_LIMIT);
    return answer instanceof Given(var page)
        ? page.items().stream()
            .map(each ->
                new Subject(
                    each.id(), "%s, %s".formatted(each.system(), Instants.day(each.submittedAt()))))
            .toList()
        : List.of();
  }
}
