package palmares.web.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// A button for what cannot be undone: it says what will happen, and asks once more in its place.
public final class SureButton extends Div {

  private final String label;
  private final String consequence;
  private final String yes;
  private final Runnable sure;

  /// @param consequence what will be so afterwards, in a sentence
  /// @param yes the words of the button that does it
  public SureButton(String label, String consequence, String yes, Runnable sure) {
    this.label = label;
    this.consequence = consequence;
    this.yes = yes;
    this.sure = sure;
    addClassName("sure");
    rest();
  }

  private void rest() {
    removeAll();
    removeClassName("asking");
    add(button(label, this::ask));
  }

  private void ask() {
    removeAll();
    addClassName("asking");
    var question = new Span(consequence);
    getElement().setAttribute("role", "group");
    var keep = button("Keep it", this::rest);
    add(question, button(yes, this::doIt), keep);
    // The way back is nearer than the deed.
    keep.focus();
  }

  private void doIt() {
    rest();
    sure.run();
  }

  private static NativeButton button(String words, Runnable pressed) {
    var button = new NativeButton(words, clicked -> pressed.run());
    button.addClassName("button");
    return button;
  }
}
