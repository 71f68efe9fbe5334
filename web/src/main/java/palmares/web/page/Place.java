package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;

/// Where on the page something stands that is told elsewhere on it.
public sealed interface Place {

  /// At its line of a text.
  record Text(TextArea text) implements Place {

    /// Puts the cursor on a line and marks it.
    void show(int line) {
      text.getElement()
          .executeJs(
              """
              const area = this.inputElement;
              const lines = area.value.split('\\n');
              const from = lines.slice(0, $0 - 1).join('\\n').length + ($0 > 1 ? 1 : 0);
              area.focus();
              area.setSelectionRange(from, from + (lines[$0 - 1] || '').length);
              this.scrollIntoView({block: 'center'});
              """,
              line);
    }
  }

  /// In a field, or a group of them.
  ///
  /// @param label as the page calls it
  record Field(String label, Component field) implements Place {

    /// Puts the cursor into it.
    public void show() {
      field
          .getElement()
          .executeJs(
              """
              this.scrollIntoView({block: 'center'});
              (this.querySelector('input, textarea, button') || this).focus({preventScroll: true});
              """);
    }
  }
}
