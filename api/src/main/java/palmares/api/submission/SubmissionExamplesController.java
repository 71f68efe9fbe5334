package palmares.api.submission;

import io.micronaut.http.annotation.Controller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Visible;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.page.Page;
import palmares.contract.submission.EvaluatedExample;
import palmares.contract.submission.SubmissionExamplesApi;
import palmares.db.submission.EvaluatedRow;
import palmares.db.submission.ExampleOrder;
import palmares.db.submission.ExampleView;
import palmares.db.submission.SubmissionRow;

/// Shows a submission example by example, by the benchmark's rule of what may be seen.
@Controller("/api/v1")
class SubmissionExamplesController implements SubmissionExamplesApi {

  private final Submissions submissions;
  private final ExamplesOfSubmission examples;
  private final Callers callers;
  private final ShownExamples shown;

  SubmissionExamplesController(
      Submissions submissions,
      ExamplesOfSubmission examples,
      Callers callers,
      ShownExamples shown) {
    this.submissions = submissions;
    this.examples = examples;
    this.callers = callers;
    this.shown = shown;
  }

  @Override
  @Access(Access.To.READ)
  public Page<EvaluatedExample> examples(
      String id,
      @Nullable String order,
      @Nullable String evaluator,
      @Nullable String category,
      @Nullable String cursor,
      @Nullable Integer skip,
      @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = from(cursor, skip);
    var sorted = order(order);
    var row = found(id);
    var visible = Submissions.visible(callers.person(), row);
    var page =
        examples.page(
            row,
            new ExamplesOfSubmission.Wanted(sorted, evaluator(row, sorted, evaluator), category),
            from,
            size + 1);
    return Pages.of(
        page,
        size,
        each -> Cursor.after(each.sort(), each.ordinal()),
        each -> listed(each, sorted, visible));
  }

  @Override
  @Access(Access.To.READ)
  public EvaluatedExample example(String id, String example) {
    var row = found(id);
    var visible = Submissions.visible(callers.person(), row);
    var found = examples.find(row, example);
    if (found == null) {
      throw Refused.notFound("example", example);
    }
    return new EvaluatedExample(
        found.row().example(),
        found.row().tags(),
        shown.text(found.row()),
        found.row().chars(),
        null,
        ShownExamples.evaluations(found.row(), visible),
        found.asked().messages(),
        found.asked().references(visible),
        found.row().leftOut());
  }

  private EvaluatedExample listed(EvaluatedRow row, ExampleOrder order, Visible visible) {
    return new EvaluatedExample(
        row.example(),
        row.tags(),
        shown.excerpt(row),
        row.chars(),
        order == ExampleOrder.DISAGREEMENT && row.sort() <= 0 ? Double.valueOf(-row.sort()) : null,
        ShownExamples.evaluations(row, visible),
        List.of(),
        List.of(),
        row.leftOut());
  }

  private static ExampleView.From from(@Nullable String text, @Nullable Integer skip) {
    if (skip != null && skip < 0) {
      throw Refused.badRequest("skip must not be negative: " + skip + ".");
    }
    var cursor = Cursor.parse(text, 2);
    var from =
        cursor == null
            ? ExampleView.From.START
            : new ExampleView.From(
                cursor.decimal(0), Math.clamp(cursor.number(1), -1, Integer.MAX_VALUE), 0);
    return skip == null ? from : from.skipping(skip);
  }

  private static ExampleOrder order(@Nullable String word) {
    return word == null
        ? ExampleOrder.EXAMPLE
        : ExampleOrder.of(word)
            .orElseThrow(() ->
                Refused.badRequest(
                    "order must be example, worst or disagreement: '%s'."
                        .formatted(Problems.shown(word))));
  }

  private @Nullable String evaluator(
      SubmissionRow row, ExampleOrder order, @Nullable String evaluator) {
    if (order != ExampleOrder.WORST) {
      return null;
    }
    var known = examples.evaluators(row);
    if (evaluator == null || !known.contains(evaluator)) {
      throw Refused.badRequest(
          "the order worst needs an evaluator of %s: '%s'."
              .formatted(known, Problems.shown(String.valueOf(evaluator))));
    }
    return evaluator;
  }

  private SubmissionRow found(String id) {
    var row = submissions.find(callers.person(), Ids.parse("submission", id));
    if (row == null) {
      throw Refused.notFound("submission", id);
    }
    return row;
  }
}
