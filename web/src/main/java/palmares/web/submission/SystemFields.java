package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.NewSubmission;
import palmares.contract.submission.NewSubmission.NewSystem;
import palmares.contract.submission.SubmitAnswer;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.Order;
import palmares.web.client.Order.Destination;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Place;

/// The system that is submitted: its name, and either its responses or which one workers are to
/// run.
final class SystemFields extends Div {

  private final ApiClient api;
  private final Runnable changed;
  private final TextField name = new TextField("System");
  private final ComboBox<String> builtIn = new ComboBox<>("Built-in system");
  private final ResponsesField responses;
  private final Checkbox partial = new Checkbox("Some examples may have no response");
  private final Checkbox anonymous = new Checkbox("Anonymous until you publish it");
  private final AboutFields about;
  private final NativeButton byFile = kind("A file of responses", false);
  private final NativeButton byWorkers = kind("A built-in system", true);
  private final Div given = new Div();
  private boolean isBuiltIn;

  SystemFields(ApiClient api, UploadRoom room, Runnable changed) {
    this.api = api;
    this.changed = changed;
    this.responses = new ResponsesField(room, changed);
    this.about = new AboutFields(changed);
    addClassName("built-in");
    name.setHelperText("The name that its row on the leaderboard will have");
    name.setWidthFull();
    name.addValueChangeListener(typed -> changed.run());
    partial.addValueChangeListener(ticked -> changed.run());
    anonymous.setHelperText(
        "Everyone but your team and administrators sees a number in place of a new system's name,"
            + " and nothing of its card. Publishing cannot be taken back.");
    anonymous.addValueChangeListener(ticked -> changed.run());
    builtIn.setHelperText("Workers run it for you; there is nothing to upload");
    builtIn.setWidthFull();
    builtIn.addValueChangeListener(chosen -> changed.run());
    add(name, kinds(), given, anonymous, about);
    choose(false);
  }

  private Component kinds() {
    var kinds = new Div(byFile, byWorkers);
    kinds.addClassName("tools");
    kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", "What you submit");
    var offered =
        new BenchmarkCalls(api).builtIns() instanceof Given(var keys) ? keys : List.<String>of();
    builtIn.setItems(offered);
    kinds.setVisible(!offered.isEmpty());
    return kinds;
  }

  private NativeButton kind(String words, boolean isRunByWorkers) {
    var button = new NativeButton(words, clicked -> choose(isRunByWorkers));
    button.addClassName("chip-button");
    return button;
  }

  private void choose(boolean isRunByWorkers) {
    isBuiltIn = isRunByWorkers;
    byFile.getElement().setAttribute("aria-pressed", Boolean.toString(!isBuiltIn));
    byWorkers.getElement().setAttribute("aria-pressed", Boolean.toString(isBuiltIn));
    given.removeAll();
    if (isBuiltIn) {
      given.add(builtIn);
    } else {
      given.add(responses, partial);
    }
    changed.run();
  }

  boolean isFilledIn() {
    return !name.isEmpty() && (isBuiltIn ? !builtIn.isEmpty() : responses.value() != null);
  }

  /// What asks the API what would be wrong with all of it as it is filled in now.
  Supplier<Answer<SubmitAnswer>> check(Destination to) {
    if (isBuiltIn) {
      var submission = submission(to);
      return () -> new SubmissionCalls(api).submit(submission, null);
    }
    var order = order(to, "");
    var body = chosen().body();
    return () -> api.check(order, body);
  }

  /// What sends it as it is filled in now.
  ///
  /// @param key names the order, so that sending it twice counts once
  Supplier<Answer<SubmitAnswer>> submit(Destination to, String key) {
    if (isBuiltIn) {
      var submission = submission(to);
      return () -> new SubmissionCalls(api).submit(submission, key);
    }
    var order = order(to, key);
    var body = chosen().body();
    return () -> api.submit(order, body);
  }

  /// Where the responses stand on the page; null where they are in a file or made by workers.
  @Nullable Place lines() {
    return isBuiltIn ? null : responses.lines();
  }

  private Responses chosen() {
    return Objects.requireNonNull(responses.value(), "asked before anything was chosen");
  }

  private Order order(Destination to, String key) {
    return new Order(
        to,
        name.getValue().strip(),
        about.value(anonymous.getValue()),
        partial.getValue(),
        chosen().gzip(),
        key);
  }

  private NewSubmission submission(Destination to) {
    var said = about.value(anonymous.getValue());
    return new NewSubmission(
        to.benchmark(),
        to.version(),
        to.team(),
        new NewSystem(
            name.getValue().strip(),
            "built-in",
            builtIn.getValue(),
            null,
            said.baseModel(),
            said.licence(),
            said.description(),
            said.links().isEmpty() ? null : said.links()),
        null,
        null,
        said.baseline() ? Boolean.TRUE : null,
        said.anonymous() ? Boolean.TRUE : null);
  }
}
