package palmares.web.benchmark;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.function.BiConsumer;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.NewExclusion;
import palmares.web.benchmark.SubjectField.Finder;
import palmares.web.benchmark.SubjectField.Subject;
import palmares.web.page.Card;
import palmares.web.page.Notice;
import palmares.web.page.SureButton;
import palmares.web.page.Told;

/// Asks what to leave out of the leaderboards of a version, and why.
final class ExclusionForm extends Div {

  static final int LONGEST_REASON = 500;

  private final ComboBox<LeftOutKind> kind = new ComboBox<>("What");
  private final SubjectField subject;
  private final TextField reason = new TextField("Why, for everyone to read");
  private final Told told = new Told();

  /// @param check says what would be, with this form to say it in
  ExclusionForm(
      Finder finder,
      BiConsumer<NewExclusion, ExclusionForm> check,
      BiConsumer<NewExclusion, ExclusionForm> exclude) {
    subject = new SubjectField(finder);
    kind.setItems(LeftOutKind.values());
    kind.setItemLabelGenerator(LeftOutKind::words);
    kind.addValueChangeListener(change -> ask(change.getValue()));
    reason.setMaxLength(LONGEST_REASON);
    kind.setValue(LeftOutKind.SUBMISSION);
    var sure =
        new SureButton(
            "Leave it out…",
            "Every leaderboard of the version is built anew without it and says so, with the"
                + " reason. The evidence stays: you can let it count again.",
            "Leave it out",
            () -> send(exclude));
    var preview = new Button("What would happen?", clicked -> send(check));
    var buttons = new Div(preview, sure);
    buttons.addClassName("buttons");
    var form = new Div(kind, subject, reason, buttons, told);
    form.addClassName("fields");
    add(
        Card.titled(
            "Leave something out",
            new Paragraph("An example that leaked, a copied submission, a judge nobody trusts."),
            form));
  }

  void clear() {
    subject.set(null);
    reason.clear();
  }

  /// Fills in what was left out before, to be looked over once more.
  void fill(Exclusion before) {
    kind.setValue(LeftOutKind.of(before.kind()));
    var name = Objects.requireNonNullElse(before.system(), before.subject());
    subject.set(new Subject(before.subject(), name));
    reason.setValue(before.reason());
    reason.focus();
  }

  /// Where what came of it is said: beside what it was asked with.
  Told told() {
    return told;
  }

  private void ask(LeftOutKind chosen) {
    var now = Objects.requireNonNullElse(chosen, LeftOutKind.SUBMISSION);
    subject.ask(now);
    kind.setHelperText(now.meaning());
  }

  private void send(BiConsumer<NewExclusion, ExclusionForm> order) {
    told.removeAll();
    var what = kind.getValue();
    var which = subject.chosen();
    if (what == null || which == null || which.key().isBlank() || reason.getValue().isBlank()) {
      told.add(Notice.empty("Something is missing", "Say what to leave out, and why."));
      return;
    }
    order.accept(
        new NewExclusion(what.key(), which.key().strip(), reason.getValue().strip()), this);
  }
}
