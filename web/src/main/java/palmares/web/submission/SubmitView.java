package palmares.web.submission;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.identity.Teams.TeamSummary;
import palmares.contract.submission.SubmitAnswer;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.Order.Destination;
import palmares.web.client.TeamCalls;
import palmares.web.page.Busy;
import palmares.web.page.Later;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.QuotaWords;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// Sends a system to a benchmark, or first asks what would be wrong.
@PageTitle("Submit · Palmares")
@Route(value = "submit", layout = PageFrame.class)
public final class SubmitView extends Div implements BeforeEnterObserver {

  private final ApiClient api;
  private final ComboBox<BenchmarkSummary> benchmark = new ComboBox<>("Benchmark");
  private final ComboBox<TeamSummary> team = new ComboBox<>("Team");
  private final Paragraph terms = new Paragraph();
  private final Div quota = new Div();
  private final SystemFields system;
  private final Div fields = new Div();
  private final Told told = new Told();
  private List<Button> sending = List.of();
  private String key = newKey();

  public SubmitView(ApiClient api, UploadRoom room) {
    this.api = api.as(Visitor.currentToken());
    this.system = new SystemFields(this.api, room, this::changed);
    addClassName("narrow");
    benchmark.setItemLabelGenerator(
        each -> each.title() + " · " + each.name() + " " + each.version());
    benchmark.addValueChangeListener(chosen -> {
      showTerms();
      changed();
    });
    team.addValueChangeListener(chosen -> {
      showTerms();
      changed();
    });
  }

  private static PageHeader header() {
    return new PageHeader("What did your system answer?")
        .lead(
            "Check costs nothing and lists every problem at once. A gap never pays: what has no"
                + " response counts as the worst, or leaves the row unranked.");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    var wanted =
        event.getLocation().getQueryParameters().getSingleParameter("benchmark").orElse("");
    // The page of one benchmark and that of all are the same page.
    removeAll();
    add(header());
    switch (api.benchmarks()) {
      case Given(var page) ->
          add(page.items().isEmpty() ? nothingToSubmitTo() : form(page.items(), wanted));
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private static Notice nothingToSubmitTo() {
    return Notice.empty(
        "No benchmarks yet",
        "“palmares benchmark new mine” writes one that runs, “palmares benchmark push mine”"
            + " publishes it.");
  }

  private Div form(List<BenchmarkSummary> benchmarks, String wanted) {
    terms.addClassName("soft");
    offerTeams();
    benchmark.setItems(benchmarks);
    benchmark.setValue(
        benchmarks.stream()
            .filter(each -> each.name().equals(wanted))
            .findFirst()
            .orElse(benchmarks.getFirst()));
    var check = new Button("Check", clicked -> check());
    var submit = new Button("Submit", clicked -> submit());
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    check.setDisableOnClick(true);
    submit.setDisableOnClick(true);
    var buttons = new Div(check, submit);
    buttons.addClassName("buttons");
    fields.removeAll();
    fields.addClassName("form-fields");
    fields.add(benchmark, team, terms, quota, system, buttons);
    sending = List.of(check, submit);
    var form = new Div(fields, told);
    form.addClassNames("card", "form");
    return form;
  }

  /// Whoever is in no team but their own has nothing to choose.
  private void offerTeams() {
    var teams =
        new TeamCalls(api).mine() instanceof Given(var mine) ? mine : List.<TeamSummary>of();
    team.setHelperText("Its row, its quota and its budgets; every member sees the submission");
    team.setItemLabelGenerator(each -> each.name() + (each.personal() ? " (you alone)" : ""));
    team.setItems(teams);
    team.setVisible(teams.size() > 1);
    teams.stream().findFirst().ifPresent(team::setValue);
  }

  private Destination destination() {
    var chosen = team.getValue();
    return new Destination(
        benchmark.getValue().name(),
        benchmark.getValue().version(),
        chosen == null ? null : chosen.name());
  }

  private void showTerms() {
    if (benchmark.isEmpty()) {
      terms.setText("");
      return;
    }
    var to = destination();
    quota.removeAll();
    if (to.team() != null) {
      quota.add(Links.to("teams/" + to.team(), "What took from the quota of " + to.team()));
    }
    terms.setText(
        switch (new BenchmarkCalls(api).benchmark(to.benchmark(), to.version(), to.team())) {
          case Given(var detail) -> terms(detail);
          case Denied(var why) -> "";
        });
  }

  private String terms(BenchmarkDetail detail) {
    var words =
        (team.isVisible() ? "Submissions of " + team.getValue().name() : "Submissions")
            + ": "
            + QuotaWords.of(detail, Instant.now())
            + ".";
    var opens = detail.opensAt();
    var closes = detail.closesAt();
    if (detail.state().equals("upcoming") && opens != null) {
      return words + " It opens on " + Moment.words(opens) + ".";
    }
    if (closes == null) {
      return words;
    }
    return words
        + (detail.state().equals("closed") ? " It closed on " : " It is open until ")
        + Moment.words(closes)
        + ".";
  }

  private void check() {
    send(
        "Checking …",
        () -> system.check(destination()),
        answer -> told.add(Notice.done("No problems", summary(answer))));
  }

  private void submit() {
    send(
        "Sending …",
        () -> system.submit(destination(), key),
        taken -> UI.getCurrent().navigate("submissions/" + taken.id()));
  }

  /// A large file takes minutes, in which nothing of it may change and a second click is none; what
  /// else somebody does on other pages does not wait for it.
  ///
  /// @param order made of what is filled in
  private void send(
      String words, Supplier<Supplier<Answer<SubmitAnswer>>> order, Consumer<SubmitAnswer> taken) {
    told.removeAll();
    if (!isFilledIn()) {
      free();
      return;
    }
    told.add(new Busy(words));
    var sent = order.get();
    fields.setEnabled(false);
    Later.ask(
        UI.getCurrent(),
        sent,
        answer -> {
          if (!isAttached()) {
            return; // they went elsewhere, and are not fetched back
          }
          free();
          told.removeAll();
          switch (answer) {
            case Given(var given) -> taken.accept(given);
            case Denied(var why) -> told.add(Notice.of(why, flaw -> system.lines()));
          }
        });
  }

  private void free() {
    fields.setEnabled(true);
    sending.forEach(button -> button.setEnabled(true));
  }

  private boolean isFilledIn() {
    if (benchmark.isEmpty() || !system.isFilledIn()) {
      told.add(
          Notice.empty(
              "Something is missing",
              "A benchmark, a name, and responses or a built-in system are all needed."));
      return false;
    }
    return true;
  }

  // The same order sent twice counts once; a changed one is another.
  private void changed() {
    key = newKey();
    told.removeAll();
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private static String summary(SubmitAnswer answer) {
    return CourseWords.counted(answer.responses(), "response")
        + (answer.missing() == 0 ? "" : ", " + answer.missing() + " missing")
        + (answer.quotaLeft() == null
            ? "."
            : "; " + CourseWords.counted(answer.quotaLeft(), "submission") + " left today.");
  }
}
