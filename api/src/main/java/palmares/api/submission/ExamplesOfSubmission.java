package palmares.api.submission;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.EvaluatedExample;
import palmares.db.Database;
import palmares.db.job.Run;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.Stage;
import palmares.db.submission.EvaluatedRow;
import palmares.db.submission.ExampleOrder;
import palmares.db.submission.ExampleView;
import palmares.db.submission.SubmissionRow;

/// Reads what a submission's newest run says of each example.
@Singleton
class ExamplesOfSubmission {

  private static final int IN_LIST = EvaluatedExample.LONGEST_IN_LIST;
  private static final int WHOLE = Integer.MAX_VALUE;

  private final Database database;

  ExamplesOfSubmission(Database database) {
    this.database = database;
  }

  /// @param evaluator for the order by worst
  record Wanted(ExampleOrder order, @Nullable String evaluator, @Nullable String category) {}

  record Found(EvaluatedRow row, AskedExample asked) {}

  List<EvaluatedRow> page(
      SubmissionRow submission, Wanted wanted, ExampleView.From from, int limit) {
    return database.transact(tx ->
        ExampleView.page(
            tx,
            question(submission, Submissions.shown(tx, submission.id()), wanted, IN_LIST),
            from,
            limit));
  }

  /// Null if the benchmark has no such example.
  @Nullable Found find(SubmissionRow submission, String example) {
    var wanted = new Wanted(ExampleOrder.EXAMPLE, null, null);
    return database
        .transact(tx -> {
          var run = Submissions.shown(tx, submission.id());
          var row = ExampleView.find(tx, question(submission, run, wanted, WHOLE), example);
          return new Perhaps(
              row == null ? null : new Found(row, AskedExample.of(tx, run, row.example())));
        })
        .found();
  }

  private record Perhaps(@Nullable Found found) {}

  /// Keys of the evaluators in the order of the benchmark.
  List<String> evaluators(SubmissionRow submission) {
    return database.transact(tx ->
        Submissions.shown(tx, submission.id()).spec().evaluators().stream()
            .filter(part -> part.stage() != Stage.PAIR)
            .map(EvaluatorPart::offer)
            .toList());
  }

  private static ExampleView.Question question(
      SubmissionRow submission, Run run, Wanted wanted, int longest) {
    return new ExampleView.Question(
        run.no(),
        submission.no(),
        submission.benchmarkVersion(),
        wanted.order(),
        wanted.evaluator(),
        wanted.category(),
        longest);
  }
}
