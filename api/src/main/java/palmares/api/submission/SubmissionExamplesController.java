package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Visible;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.page.Page;
import palmares.contract.submission.EvaluatedExample;
import palmares.contract.submission.EvaluatedExample.Evaluation;
import palmares.contract.submission.SubmissionExamplesApi;
import palmares.db.Json;
import palmares.db.blob.BlobStore;
import palmares.db.submission.EvaluatedRow;
import palmares.db.submission.ExampleOrder;
import palmares.db.submission.SubmissionRow;

/// Shows a submission example by example, by the benchmark's rule of what may be seen.
@Controller("/api/v1")
class SubmissionExamplesController implements SubmissionExamplesApi {

  private final Submissions submissions;
  private final ExamplesOfSubmission examples;
  private final Callers callers;
  private final BlobStore blobs;

  SubmissionExamplesController(
      Submissions submissions, ExamplesOfSubmission examples, Callers callers, BlobStore blobs) {
    this.submissions = submissions;
    this.examples = examples;
    this.callers = callers;
    this.blobs = blobs;
  }

  @Override
  @Access(Access.To.READ)
  public Page<EvaluatedExample> examples(
      String id,
      @Nullable String order,
      @Nullable String evaluator,
      @Nullable String category,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 2);
    var sorted = order(order);
    var row = found(id);
    var visible = visible(callers.person(), row);
    var page =
        examples.page(
            row,
            new ExamplesOfSubmission.Wanted(sorted, evaluator(row, sorted, evaluator), category),
            from == null ? Double.NEGATIVE_INFINITY : number(from),
            from == null ? -1 : Math.clamp(from.number(1), -1, Integer.MAX_VALUE),
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
    var visible = visible(callers.person(), row);
    var found = examples.find(row, example);
    if (found == null) {
      throw Refused.notFound("example", example);
    }
    return new EvaluatedExample(
        found.row().example(),
        found.row().tags(),
        text(found.row()),
        found.row().chars(),
        null,
        evaluations(found.row(), visible),
        List.of(Json.read(found.messages(), MessageLine[].class)),
        visible.includes(Visible.GOLD) ? found.references() : List.of());
  }

  private EvaluatedExample listed(EvaluatedRow row, ExampleOrder order, Visible visible) {
    var text = text(row);
    return new EvaluatedExample(
        row.example(),
        row.tags(),
        text == null ? null : cut(text),
        row.chars(),
        order == ExampleOrder.DISAGREEMENT && row.sort() <= 0 ? Double.valueOf(-row.sort()) : null,
        evaluations(row, visible),
        List.of(),
        List.of());
  }

  private @Nullable String text(EvaluatedRow row) {
    var blob = row.blob();
    return blob == null ? row.text() : new String(blobs.read(blob), UTF_8);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= EvaluatedExample.LONGEST_IN_LIST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, EvaluatedExample.LONGEST_IN_LIST));
  }

  private static List<Evaluation> evaluations(EvaluatedRow row, Visible visible) {
    return row.evaluations().stream()
        .map(each ->
            new Evaluation(
                each.evaluator(),
                each.value(),
                each.cause(),
                visible.includes(Visible.REASON) ? reason(each.aspects()) : Map.of()))
        .toList();
  }

  private static Map<String, Double> reason(@Nullable String aspects) {
    var reason = new TreeMap<String, Double>();
    if (aspects != null) {
      Json.tree(aspects)
          .properties()
          .forEach(aspect -> reason.put(aspect.getKey(), aspect.getValue().asDouble()));
    }
    return reason;
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

  private static double number(Cursor cursor) {
    try {
      return Double.parseDouble(cursor.key(0));
    } catch (NumberFormatException e) {
      throw Refused.badRequest("cursor is not one that this list gave as 'next'.");
    }
  }

  private static Visible visible(Caller.Person person, SubmissionRow row) {
    var visible = Submissions.seesAll(person, row) ? Visible.GOLD : Visible.of(row.visible());
    if (!visible.includes(Visible.SCORE)) {
      throw Refused.forbidden(
          "%s shows its submitters nothing of single examples.".formatted(row.benchmark()));
    }
    return visible;
  }

  private SubmissionRow found(String id) {
    var row = submissions.find(callers.person(), Ids.parse("submission", id));
    if (row == null) {
      throw Refused.notFound("submission", id);
    }
    return row;
  }
}
