package palmares.web.benchmark;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import palmares.contract.benchmark.NewExclusion;
import palmares.web.page.Card;
import palmares.web.page.Notice;
import palmares.web.page.SureButton;
import palmares.web.page.Told;

/// Asks what to leave out of the leaderboards of a version, and why.
final class ExclusionForm extends Div {

  private static final int LONGEST_REASON = 500;

  private final ComboBox<LeftOutKind> kind = new ComboBox<>("What");
  private final ComboBox<Subject> subject = new ComboBox<>();
  private final TextField reason = new TextField("Why, for everyone to read");
  private final Told told = new Told();
  private final Function<LeftOutKind, List<Subject>> known;

  /// @param key that the API knows it by
  /// @param words what is told of it to choose by
  record Subject(String key, String words) {}

  /// @param known some of a kind, to choose among; others can be named too
  /// @param check says what would be
  ExclusionForm(
      Function<LeftOutKind, List<Subject>> known,
      Consumer<NewExclusion> check,
      Consumer<NewExclusion> exclude) {
    this.known = known;
    kind.setItems(LeftOutKind.values());
    kind.setItemLabelGenerator(LeftOutKind::words);
    kind.addValueChangeListener(change -> offer(change.getValue()));
    subject.setItemLabelGenerator(Subject::words);
    subject.setAllowCustomValue(true);
    subject.addCustomValueSetListener(
        typed -> subject.setValue(new Subject(typed.getDetail(), typed.getDetail())));
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
    preview.setDisableOnClick(true);
    preview.addClickListener(clicked -> preview.setEnabled(true));
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
    told.removeAll();
    subject.clear();
    reason.clear();
  }

  /// Says what came of it where it was asked for.
  void tell(Notice notice) {
    told.removeAll();
    told.add(notice);
  }

  private void offer(LeftOutKind chosen) {
    var now = Objects.requireNonNullElse(chosen, LeftOutKind.SUBMISSION);
    subject.clear();
    subject.setItems(known.apply(now));
    subject.setLabel(now.words());
    subject.setHelperText(now.advice());
    kind.setHelperText(now.meaning());
  }

  private void send(Consumer<NewExclusion> order) {
    told.removeAll();
    var what = kind.getValue();
    var which = subject.getValue();
    if (what == null || which == null || which.key().isBlank() || reason.getValue().isBlank()) {
      tell(Notice.empty("Something is missing", "Say what to leave out, and why."));
      return;
    }
    order.accept(new NewExclusion(what.key(), which.key().strip(), reason.getValue().strip()));
  }
}
