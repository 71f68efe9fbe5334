package palmares.web.benchmark;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.contract.benchmark.NewErratum;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.Denial;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Card;
import palmares.web.page.FlawList;
import palmares.web.page.Notice;
import palmares.web.page.SureButton;
import palmares.web.page.Told;

/// Mends gold: what should be expected, why, what that would change, and only then the deed.
final class ErratumForm extends Div {

  private final OrganiserCalls calls;
  private final String name;
  private final Runnable published;
  private final ComboBox<String> version = new ComboBox<>("Version");
  private final TextField reason = new TextField("Why, for everyone to read");
  private final FileField lines = new FileField("Mended gold, one line an example", 5, ".jsonl");
  private final SureButton publish;
  private final Told told = new Told();

  ErratumForm(OrganiserCalls calls, String name, List<String> versions, Runnable published) {
    this.calls = calls;
    this.name = name;
    this.published = published;
    version.setItems(versions);
    version.setValue(versions.getFirst());
    reason.setMaxLength(2_000);
    lines.helper(
        "{\"id\": \"facts-1\", \"references\": [\"the Loire\"]} or with a \"checklist\"; what a line"
            + " does not name stays. Whole lines of examples.jsonl are taken too.");
    publish = new SureButton("Mend it…", "", "Mend it and score again", () -> send(false));
    disarm();
    // What was not looked at is not mended.
    lines.onChange(this::disarm);
    version.addValueChangeListener(change -> disarm());
    reason.addValueChangeListener(change -> disarm());
    var preview = new Button("What would happen?", clicked -> send(true));
    preview.setDisableOnClick(true);
    preview.addClickListener(clicked -> preview.setEnabled(true));
    var buttons = new Div(preview, publish);
    buttons.addClassName("buttons");
    var form = new Div(version, reason, lines, buttons, told);
    form.addClassName("erratum");
    addClassName("errata-form");
    add(
        Card.titled(
            "Something expected is wrong?",
            new Paragraph(
                "Every submission is scored again from the responses it has. Nothing is generated"
                    + " again and no quota is spent. Leaderboards stay as they are until all of it"
                    + " is done."),
            form));
  }

  private void disarm() {
    publish.offer(false, "Mend it");
  }

  private void send(boolean check) {
    told.removeAll();
    var erratum = new NewErratum(reason.getValue(), lines.value());
    switch (calls.mend(name, version.getValue(), erratum, check)) {
      case Given(var answer) -> {
        told.add(Notice.done(check ? "What would happen" : "It is mended", words(answer)));
        publish.offer(check, check ? "Mend it…" : "Mend it");
        publish.setConsequence(words(answer) + " This cannot be taken back, only mended again.");
        if (!check) {
          lines.show("");
          published.run();
        }
      }
      case Denied(Denial.Refused(var problem)) when !problem.errors().isEmpty() -> {
        disarm();
        told.add(
            new FlawList(
                problem.errors(), flaw -> "erratum".equals(flaw.file()) ? lines.lines() : null));
      }
      case Denied(var why) -> {
        disarm();
        told.add(Notice.of(why));
      }
    }
  }

  private static String words(ErratumAnswer answer) {
    var left =
        answer.lacking() == 0
            ? ""
            : " %d more cannot be: responses of theirs are missing.".formatted(answer.lacking());
    return "Gold revision %d: %s of other gold, %s scored again.%s Leaderboards: %s."
        .formatted(
            answer.revision(),
            counted(answer.examples(), "example"),
            counted(answer.submissions(), "submission"),
            left,
            String.join(", ", answer.boards()));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
