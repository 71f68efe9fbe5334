package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// A button for what cannot be undone: it says what will happen, and asks once more in its place.
public final class SureButton extends Div {

  private final NativeButton first;
  private final Span consequence = new Span();
  private final Div fields = new Div();
  private final String yes;
  private final Runnable sure;
  private String wayBack = "Not now";

  /// @param consequence what will be so afterwards, in a sentence
  /// @param yes the words of the button that does it
  public SureButton(String label, String consequence, String yes, Runnable sure) {
    this.first = button(label, this::ask);
    this.yes = yes;
    this.sure = sure;
    this.consequence.setText(consequence);
    addClassName("sure");
    rest();
  }

  /// The words of the button that leaves everything as it is, where better ones fit.
  public SureButton wayBack(String words) {
    wayBack = words;
    return this;
  }

  /// Asks for something more before the deed.
  public SureButton with(Component field) {
    fields.add(field);
    return this;
  }

  /// Puts the keyboard where it begins.
  public void focus() {
    first.focus();
  }

  public void setConsequence(String words) {
    consequence.setText(words);
  }

  /// Offers the deed under a label, or only shows that there is one.
  public void offer(boolean enabled, String label) {
    first.setEnabled(enabled);
    first.setText(label);
    rest();
  }

  private void rest() {
    removeAll();
    removeClassName("asking");
    add(first);
  }

  private void ask() {
    removeAll();
    addClassName("asking");
    getElement().setAttribute("role", "group");
    var keep = button(wayBack, this::rest);
    add(consequence, fields, button(yes, this::doIt), keep);
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
