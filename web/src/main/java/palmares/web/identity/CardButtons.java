package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/// Buttons of a card, side by side.
final class CardButtons {

  private CardButtons() {}

  static Div row(Component... buttons) {
    var row = new Div(buttons);
    row.addClassName("buttons");
    return row;
  }

  /// A button that a second click does not press while the first is at work.
  static Button button(String words, Runnable pressed) {
    var button = new Button(words, clicked -> pressed.run());
    button.setDisableOnClick(true);
    button.addClickListener(clicked -> button.setEnabled(true));
    return button;
  }
}
