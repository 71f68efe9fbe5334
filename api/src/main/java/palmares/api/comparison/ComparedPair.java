package palmares.api.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec;
import palmares.api.benchmark.Visible;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.db.job.Run;
import palmares.db.submission.ComparedView.Question;
import palmares.db.submission.ComparedView.SharedEvaluator;
import palmares.db.submission.ExampleOrder;
import palmares.db.submission.ExampleView;
import palmares.db.submission.SubmissionRow;

/// Two submissions to one benchmark version that can be compared.
///
/// @param evaluators that both runs were evaluated with, at least one
/// @param evaluator by which they are compared
/// @param visible what the caller may see of single examples; absent if nothing
record ComparedPair(
    Side left,
    Side right,
    BenchmarkSpec spec,
    List<SharedEvaluator> evaluators,
    SharedEvaluator evaluator,
    @Nullable Visible visible) {

  ComparedPair {
    evaluators = List.copyOf(evaluators);
  }

  Visible seen() {
    return Objects.requireNonNull(visible, "whoever follows both sees something");
  }

  /// @param run the newest that has ended under the revision of the gold that leaderboards show
  record Side(SubmissionRow submission, Run run) {

    ExampleView.Question question(int longest) {
      return new ExampleView.Question(
          run.no(),
          submission.no(),
          submission.benchmarkVersion(),
          ExampleOrder.EXAMPLE,
          null,
          null,
          longest);
    }
  }

  /// @throws Refused if the benchmark has no such category
  void checkCategory(@Nullable String category) {
    if (category != null && !spec.categories().containsKey(category)) {
      throw Refused.badRequest(
          "category must be one of %s: '%s'."
              .formatted(spec.categories().keySet(), Problems.shown(category)));
    }
  }

  /// @throws Refused if the benchmark has no such category
  Question question(@Nullable String category) {
    checkCategory(category);
    return new Question(
        left.submission().benchmarkVersion(),
        left.run().no(),
        right.run().no(),
        evaluator.id(),
        evaluator.floor(),
        category);
  }
}
