package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.DraftDetail;
import palmares.contract.benchmark.NewDraft;
import palmares.contract.benchmark.PublishDraft;
import palmares.contract.problem.Problem.Flaw;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Card;
import palmares.web.page.FlawList;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Place;
import palmares.web.page.SureButton;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// A draft: both files to write, all that is wrong with them, and the way to publish.
@PageTitle("Draft · Palmares")
@Route(value = "drafts/:id", layout = PageFrame.class)
public final class DraftView extends Div implements BeforeEnterObserver {

  private final OrganiserCalls calls;
  private final PageHeader header = new PageHeader("Draft");
  private final FileField spec = new FileField("benchmark.yaml", 14, ".yaml", ".yml");
  private final FileField examples = new FileField("examples.jsonl", 14, ".jsonl");
  private final Checkbox teamAlone = new Checkbox("For my team alone (a new benchmark)");
  private final SureButton publish =
      new SureButton("Publish…", "", "Publish for ever", this::publish);
  private final Told told = new Told();
  private String id = "";
  private int revision;

  public DraftView(ApiClient api) {
    calls = new OrganiserCalls(api.as(Visitor.currentToken()));
    spec.helper("What it is: one setting a line");
    examples.helper(
        "One JSON object a line: id, prompt, references or checklist, tags. Never shown to"
            + " submitters: references and checklists.");
    // What was not checked is not published.
    spec.onChange(this::disarm);
    examples.onChange(this::disarm);
  }

  private void disarm() {
    publish.offer(false, "Publish");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    id = event.getRouteParameters().get("id").orElse("");
    removeAll();
    switch (calls.draft(id)) {
      case Given(var draft) -> {
        add(header.crumb(Links.to("benchmarks/new", "Drafts")), form());
        spec.show(draft.spec());
        examples.show(draft.examples());
        show(draft);
      }
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private Component form() {
    var check = new Button("Save and check", clicked -> save());
    check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    check.setDisableOnClick(true);
    check.addClickListener(clicked -> check.setEnabled(true));
    var delete =
        new SureButton(
                "Delete…", "The draft is gone then, for the whole team.", "Delete", this::delete)
            .wayBack("Keep it");
    var buttons = new Div(check, publish, delete);
    buttons.addClassName("buttons");
    var files = new Div(spec, examples);
    files.addClassName("files");
    return Card.plain(files, teamAlone, buttons, told);
  }

  private void show(DraftDetail draft) {
    revision = draft.revision();
    told.removeAll();
    var name = draft.name() == null ? "Draft" : draft.name();
    var title = draft.version() == null ? name : name + " " + draft.version();
    header.crumb(
        Links.to("benchmarks/new", "Drafts"),
        new Span("saved by %s, %s".formatted(draft.updatedBy(), Instants.day(draft.updatedAt()))));
    header.ask(title);
    var count = draft.examplesCount();
    if (count != null) {
      header.lead("Nothing is wrong with it: it can be published.");
      told.add(Notice.done("Nothing is wrong", count + " examples."));
      publish.offer(true, "Publish…");
      publish.setConsequence(
          "%s is there for everyone who may see it, with %d examples, and never changes again; a change is another version."
              .formatted(title, count));
    } else {
      var flaws = draft.flaws().size();
      header.lead(flaws == 1 ? "One thing is wrong." : flaws + " things are wrong.");
      told.add(new FlawList(draft.flaws(), this::place));
      disarm();
    }
  }

  private @Nullable Place place(Flaw flaw) {
    return switch (flaw.file()) {
      case "benchmark.yaml" -> spec.lines();
      case "examples.jsonl" -> examples.lines();
      case null, default -> null;
    };
  }

  /// @return whether what is on the page is saved
  private boolean save() {
    return switch (calls.replace(id, new NewDraft(spec.value(), examples.value(), revision))) {
      case Given(var draft) -> {
        show(draft);
        yield true;
      }
      case Denied(var why) -> {
        told.removeAll();
        told.add(Notice.of(why));
        yield false;
      }
    };
  }

  /// What is published is what the page shows, so it is saved first.
  private void publish() {
    if (!save()) {
      return;
    }
    var order = new PublishDraft(revision, null, teamAlone.getValue() ? "team" : null);
    switch (calls.publish(id, order)) {
      case Given(var published) ->
          UI.getCurrent().navigate("benchmarks/" + published.name() + "/manage");
      case Denied(var why) -> {
        told.removeAll();
        told.add(Notice.of(why));
      }
    }
  }

  private void delete() {
    switch (calls.delete(id)) {
      case Given(var gone) -> UI.getCurrent().navigate("benchmarks/new");
      case Denied(var why) -> {
        told.removeAll();
        told.add(Notice.of(why));
      }
    }
  }
}
