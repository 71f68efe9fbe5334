package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.submission.EvaluatedExample;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.EvaluatorProgress;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.SubmissionCalls;
import palmares.web.client.SubmissionCalls.Wanted;
import palmares.web.page.Card;
import palmares.web.page.Notice;
import palmares.web.page.TableFrame;

/// The examples of a submission with their responses and scores, a page at a time: in the order of
/// the benchmark, the worst first, or the most disputed first.
final class ExamplesCard extends Div {

  private static final int AT_ONCE = 25;

  private final SubmissionCalls calls;
  private final String submission;
  private final List<String> categories;
  private final Div tools = new Div();
  private final Div body = new Div();
  private final PartPager pager = new PartPager(AT_ONCE, this::go);
  private List<String> evaluators = List.of();
  private @Nullable String mainMetric;
  private Wanted wanted = new Wanted("example", null, null);
  private int first;
  private int examples;
  private boolean isLoaded;
  private boolean isFinal;

  /// @param mainMetric by which the worst are found at first
  ExamplesCard(
      SubmissionCalls calls,
      String submission,
      List<String> categories,
      @Nullable String mainMetric) {
    this.calls = calls;
    this.submission = submission;
    this.categories = categories;
    this.mainMetric = mainMetric;
    tools.addClassName("tools");
    body.add(new Span("Scores appear here as soon as there are some."));
    body.addClassName("soft");
    add(Card.titled("Example by example", tools, body, pager));
  }

  /// Loads the examples once there is something to see of them, and again when all is there.
  void follow(SubmissionStatus status) {
    examples = status.examples();
    evaluators = status.evaluators().stream().map(EvaluatorProgress::evaluator).toList();
    if (mainMetric == null || !evaluators.contains(mainMetric)) {
      mainMetric = evaluators.isEmpty() ? null : evaluators.getFirst();
    }
    var any = status.evaluators().stream().anyMatch(each -> each.scored() + each.unscored() > 0);
    var ended = StateWords.ended(status);
    if (any && (!isLoaded || (ended && !isFinal && first == 0))) {
      isFinal = ended;
      load();
    }
  }

  private void want(Wanted other) {
    wanted = other;
    go(0);
  }

  private void go(int to) {
    first = to;
    load();
  }

  private void load() {
    isLoaded = true;
    body.removeClassName("soft");
    body.removeAll();
    pager.setVisible(false);
    switch (calls.examples(submission, wanted, first, AT_ONCE)) {
      case Given(var page) -> show(page);
      case Denied(var why) -> body.add(Notice.of(why));
    }
  }

  private void show(Page<EvaluatedExample> page) {
    showTools();
    if (page.items().isEmpty()) {
      body.add(Notice.empty("No examples", "None is in this category."));
      return;
    }
    var table =
        new ExamplesTable(
            page.items(),
            evaluators,
            new ExampleDetail(calls, submission),
            evaluator -> want(new Wanted("worst", evaluator, wanted.category())));
    body.add(new TableFrame("Examples with their responses and scores", table));
    pager.show(first, page, wanted.category() == null ? examples : null);
  }

  private void showTools() {
    tools.removeAll();
    var category = wanted.category();
    tools.add(
        chip("In order", wanted.order().equals("example"), new Wanted("example", null, category)));
    if (mainMetric != null) {
      var by = wanted.evaluator() == null ? mainMetric : wanted.evaluator();
      tools.add(
          chip(
              "Worst first by " + by,
              wanted.order().equals("worst"),
              new Wanted("worst", by, category)));
    }
    if (evaluators.size() > 1) {
      tools.add(
          chip(
              "Most disputed first",
              wanted.order().equals("disagreement"),
              new Wanted("disagreement", null, category)));
    }
    if (!categories.isEmpty()) {
      tools.add(categories());
    }
  }

  private Component categories() {
    var row = new Div();
    row.addClassNames("tools", "categories");
    row.add(chip("All categories", wanted.category() == null, in(null)));
    categories.forEach(
        category -> row.add(chip(category, category.equals(wanted.category()), in(category))));
    return row;
  }

  private Wanted in(@Nullable String category) {
    return new Wanted(wanted.order(), wanted.evaluator(), category);
  }

  private NativeButton chip(String words, boolean pressed, Wanted then) {
    var chip = new NativeButton(words, clicked -> want(then));
    chip.addClassNames("chip-button", "foreign");
    chip.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    return chip;
  }
}
