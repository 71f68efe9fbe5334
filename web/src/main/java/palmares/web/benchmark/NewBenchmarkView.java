package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.UUID;
import palmares.contract.benchmark.DraftSummary;
import palmares.contract.benchmark.NewDraft;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Card;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// Where a benchmark begins: a draft of an example to change, and the drafts there are.
@PageTitle("New benchmark · Palmares")
@Route(value = "benchmarks/new", layout = PageFrame.class)
public final class NewBenchmarkView extends Div implements BeforeEnterObserver {

  private final OrganiserCalls calls;
  private final Told told = new Told();
  private final String key = UUID.randomUUID().toString();

  public NewBenchmarkView(ApiClient api) {
    calls = new OrganiserCalls(api.as(Visitor.currentToken()));
    addClassName("narrow");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    removeAll();
    add(
        new PageHeader("What should systems be asked?")
            .lead(
                "A benchmark is two files: what it is, and its examples. Write them as a draft,"
                    + " see every problem at its line, and publish when there is none."));
    switch (calls.drafts()) {
      case Given(var drafts) -> {
        add(begin());
        if (!drafts.isEmpty()) {
          add(Card.titled("Drafts", list(drafts)));
        }
      }
      case Denied(Denial.Refused(var problem)) when problem.status() == 403 -> add(forOrganisers());
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  static Notice forOrganisers() {
    return Notice.empty(
        "Organisers write benchmarks",
        "Your role here is to look around and to submit. An administrator can make you an"
            + " organiser.");
  }

  private Component begin() {
    var example = new Button("Start with an example", clicked -> create(FirstDraft.SPEC, true));
    example.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var empty = new Button("Start empty", clicked -> create("", false));
    example.setDisableOnClick(true);
    empty.setDisableOnClick(true);
    var buttons = new Div(example, empty, Links.button("benchmarks/new/form", "Fill in a form"));
    buttons.addClassName("buttons");
    return Card.titled(
        "A new draft",
        new Paragraph(
            "Nobody but your team sees a draft, and nothing of it is final. You can upload or paste"
                + " files that you have; for a new version of a benchmark, begin on its own page."),
        buttons,
        told);
  }

  private void create(String spec, boolean example) {
    told.removeAll();
    var draft = new NewDraft(spec, example ? FirstDraft.EXAMPLES : "", null);
    switch (calls.create(draft, key + (example ? "-example" : "-empty"))) {
      case Given(var made) -> UI.getCurrent().navigate("drafts/" + made.id());
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }

  private static Component list(List<DraftSummary> drafts) {
    var list = new UnorderedList();
    list.addClassName("plain-list");
    for (var draft : drafts) {
      var name = draft.name() == null ? "without a name yet" : draft.name();
      var version = draft.version() == null ? "" : " " + draft.version();
      var link = Links.to("drafts/" + draft.id(), name + version);
      link.addClassName("foreign");
      var when = new Span(draft.updatedBy() + ", " + Instants.day(draft.updatedAt()));
      when.addClassName("soft");
      list.add(new ListItem(link, new Span(" "), when));
    }
    return list;
  }
}
