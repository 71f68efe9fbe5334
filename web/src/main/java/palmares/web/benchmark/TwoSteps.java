package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// A button for what cannot be taken back: it says what follows, and asks once more in its place.
final class TwoSteps extends Div {

  private final Button first;
  private final Div question = new Div();
  private final Paragraph consequence = new Paragraph();

  TwoSteps(String label, String consequence, String yes, Runnable sure) {
    addClassName("two-steps");
    first = new Button(label, clicked -> ask());
    this.consequence.setText(consequence);
    var doIt =
        new Button(
            yes,
            clicked -> {
              rest();
              sure.run();
            });
    doIt.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    doIt.setDisableOnClick(true);
    doIt.addClickListener(clicked -> doIt.setEnabled(true));
    var buttons = new Div(doIt, new Button("Not now", clicked -> rest()));
    buttons.addClassName("buttons");
    question.add(this.consequence, buttons);
    question.addClassName("question");
    question.getElement().setAttribute("role", "group");
    question.setVisible(false);
    add(first, question);
  }

  /// Asks for something more before the deed.
  void ask(Component field) {
    question.addComponentAtIndex(1, field);
  }

  void consequence(String words) {
    consequence.setText(words);
  }

  void setEnabled(boolean enabled, String label) {
    first.setEnabled(enabled);
    first.setText(label);
    rest();
  }

  private void ask() {
    first.setVisible(false);
    question.setVisible(true);
  }

  private void rest() {
    first.setVisible(true);
    question.setVisible(false);
  }
}
