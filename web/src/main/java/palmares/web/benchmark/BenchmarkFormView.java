package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.DraftDetail;
import palmares.contract.benchmark.NewDraft;
import palmares.contract.evaluator.Evaluators.EvaluatorSummary;
import palmares.contract.problem.Problem.Flaw;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.EvaluatorCalls;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Card;
import palmares.web.page.FlawList;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Place;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// A benchmark asked for field by field. What is filled in becomes the two files of a draft, which
/// are checked and published as any others.
@PageTitle("New benchmark · Palmares")
@Route(value = "benchmarks/new/form", layout = PageFrame.class)
public final class BenchmarkFormView extends Div implements BeforeEnterObserver {

  private static final String DRAFT = "draft";

  private final OrganiserCalls calls;
  private final EvaluatorCalls evaluators;
  private final FileField examples =
      new FileField("Examples, one JSON object a line", 10, ".jsonl");
  private final Told told = new Told();
  private @Nullable SpecFields spec;
  private @Nullable DraftDetail saved;
  private String key = newKey();

  public BenchmarkFormView(ApiClient api) {
    var mine = api.as(Visitor.currentToken());
    calls = new OrganiserCalls(mine);
    evaluators = new EvaluatorCalls(mine);
    examples.helper(
        "{\"id\": \"facts-1\", \"prompt\": \"…\", \"references\": [\"…\"], \"tags\": [\"facts\"]}."
            + " References and checklists are never shown to submitters.");
    examples.onChange(this::changed);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    removeAll();
    saved = null;
    key = newKey();
    var draft = event.getLocation().getQueryParameters().getSingleParameter(DRAFT).orElse(null);
    add(
        new PageHeader("What should systems be asked?")
            .crumb(Links.to("benchmarks/new", "New benchmark"))
            .lead(
                "Fill in what it is and paste its examples. It becomes a draft with the same two"
                    + " files that an upload has; nothing is published by this."));
    if (!Visitor.organises()) {
      add(NewBenchmarkView.forOrganisers());
      return;
    }
    switch (evaluators.all()) {
      case Given(var all) -> {
        var fields =
            new SpecFields(all.stream().map(EvaluatorSummary::key).toList(), this::changed);
        spec = fields;
        if (draft == null) {
          add(form(fields));
        } else {
          resume(draft, fields);
        }
      }
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void resume(String id, SpecFields fields) {
    switch (calls.draft(id)) {
      case Given(var draft) -> {
        var written = WrittenSpec.read(draft.spec());
        if (written == null) {
          var notice =
              Notice.look(
                  "It is no form any more",
                  "Its benchmark.yaml was changed by hand, and the form would lose what it has no"
                      + " field for.");
          notice.add(Links.to("drafts/" + id, "Go on with the files themselves"));
          add(notice);
        } else {
          fields.show(written);
          examples.show(draft.examples());
          add(form(fields));
          show(draft);
        }
      }
      case Denied(var why) -> add(Notice.of(why), Links.to("benchmarks/new", "New benchmark"));
    }
  }

  private Component form(SpecFields fields) {
    var check = new Button("Save and check", clicked -> save(fields.value().yaml()));
    check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    check.setDisableOnClick(true);
    check.addClickListener(clicked -> check.setEnabled(true));
    var buttons = new Div(check);
    buttons.addClassName("buttons");
    var stack =
        new Div(
            Card.titled("What it is", fields),
            Card.titled("Its examples", examples),
            Card.plain(buttons, told));
    stack.addClassName("stack");
    return stack;
  }

  /// The first time it makes a draft, and changes that one from then on.
  private void save(String yaml) {
    told.removeAll();
    var before = saved;
    var answer =
        before == null
            ? calls.create(new NewDraft(yaml, examples.value(), null), key)
            : calls.replace(before.id(), new NewDraft(yaml, examples.value(), before.revision()));
    switch (answer) {
      case Given(var draft) -> {
        show(draft);
        // Whoever comes back to this page finds what was saved, and makes no second one.
        getElement()
            .executeJs(
                "history.replaceState(history.state, '', location.pathname + '?' + $0)",
                DRAFT + "=" + draft.id());
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }

  // The same draft sent twice is one; a changed one is another.
  private void changed() {
    key = newKey();
    told.removeAll();
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private void show(DraftDetail draft) {
    saved = draft;
    var flaws = draft.flaws();
    if (spec != null) {
      spec.mark(flaws.stream().filter(flaw -> "benchmark.yaml".equals(flaw.file())).toList());
    }
    var count = draft.examplesCount();
    if (count != null) {
      told.add(
          Notice.done("Nothing is wrong", count + (count == 1 ? " example." : " examples.")),
          onward(draft, "Go on to publish"));
    } else {
      told.add(new FlawList(flaws, this::place), onward(draft, "Go on with the files themselves"));
    }
  }

  // A link would go on with what was saved, whatever is being typed: a button comes after it, and
  // goes with the other words once something has changed.
  private static Button onward(DraftDetail draft, String words) {
    return new Button(
        words,
        clicked ->
            clicked.getSource().getUI().ifPresent(ui -> ui.navigate("drafts/" + draft.id())));
  }

  private @Nullable Place place(Flaw flaw) {
    return switch (flaw.file()) {
      case "benchmark.yaml" -> spec == null ? null : spec.place(flaw);
      case "examples.jsonl" -> examples.lines();
      case null, default -> null;
    };
  }
}
