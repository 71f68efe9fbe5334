package palmares.web.submission;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.submission.SubmitAnswer;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Order;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// Sends the responses of a system to a benchmark, or first asks what would be wrong with them.
@PageTitle("Submit · Palmares")
@Route(value = "submit", layout = PageFrame.class)
public final class SubmitView extends Div implements BeforeEnterObserver {

  private final ApiClient api;
  private final ComboBox<BenchmarkSummary> benchmark = new ComboBox<>("Benchmark");
  private final TextField system = new TextField("System");
  private final Checkbox partial = new Checkbox("Some examples may have no response");
  private final ResponsesField responses = new ResponsesField(this::changed);
  private final Div told = new Div();
  private String key = newKey();

  public SubmitView(ApiClient api) {
    this.api = api.as(Visitor.currentToken());
    addClassName("narrow");
    add(
        new PageHeader("What did your system answer?")
            .lead(
                "Check costs nothing and lists every problem at once. A gap never pays: what has no"
                    + " response counts as the worst, or leaves the row unranked."));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    switch (api.benchmarks()) {
      case Given(var page) ->
          add(page.items().isEmpty() ? nothingToSubmitTo() : form(page.items()));
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private static Notice nothingToSubmitTo() {
    return Notice.empty(
        "No benchmarks yet",
        "“palmares benchmark new mine” writes one that runs, “palmares benchmark push mine”"
            + " publishes it.");
  }

  private Div form(List<BenchmarkSummary> benchmarks) {
    benchmark.setItems(benchmarks);
    benchmark.setItemLabelGenerator(
        each -> each.title() + " · " + each.name() + " " + each.version());
    benchmark.setValue(benchmarks.getFirst());
    benchmark.addValueChangeListener(chosen -> changed());
    system.setHelperText("The name that its row on the leaderboard will have");
    system.addValueChangeListener(typed -> changed());
    partial.addValueChangeListener(ticked -> changed());
    var check = new Button("Check", clicked -> check());
    var submit = new Button("Submit", clicked -> submit());
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    // Enabled again by the answer, so that an impatient second click is none.
    check.setDisableOnClick(true);
    submit.setDisableOnClick(true);
    check.addClickListener(clicked -> check.setEnabled(true));
    submit.addClickListener(clicked -> submit.setEnabled(true));
    var buttons = new Div(check, submit);
    buttons.addClassName("buttons");
    var form = new Div(benchmark, system, responses, partial, buttons, told);
    form.addClassNames("card", "form");
    return form;
  }

  private void check() {
    var chosen = chosen();
    if (chosen != null) {
      told.add(
          switch (api.check(order(chosen), chosen.body())) {
            case Given(var answer) -> Notice.done("No problems", summary(answer));
            case Denied(var why) -> Notice.of(why);
          });
    }
  }

  private void submit() {
    var chosen = chosen();
    if (chosen == null) {
      return;
    }
    Answer<SubmitAnswer> answer = api.submit(order(chosen), chosen.body());
    switch (answer) {
      case Given(var taken) -> UI.getCurrent().navigate("submissions/" + taken.id());
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }

  private @Nullable Responses chosen() {
    told.removeAll();
    var chosen = responses.value();
    if (benchmark.isEmpty() || system.isEmpty() || chosen == null) {
      told.add(
          Notice.empty("Something is missing", "Benchmark, system and responses are all needed."));
      return null;
    }
    return chosen;
  }

  private Order order(Responses chosen) {
    return new Order(
        benchmark.getValue().name(),
        system.getValue().strip(),
        partial.getValue(),
        chosen.gzip(),
        key);
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
    return answer.responses()
        + " responses"
        + (answer.missing() == 0 ? "" : ", " + answer.missing() + " missing")
        + (answer.quotaLeft() == null
            ? "."
            : "; " + answer.quotaLeft() + " submissions left today.");
  }
}
