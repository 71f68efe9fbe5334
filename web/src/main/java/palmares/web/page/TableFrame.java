package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;

/// The card around a native table. What is wider than the screen scrolls in it, by keyboard too;
/// cells of class `number` are right-aligned, those of class `wide` are left out on a phone.
public final class TableFrame extends Section {

  /// @param label names the table for whoever does not see it
  public TableFrame(String label, Component table) {
    addClassNames("card", "table-frame");
    getElement().setAttribute("aria-label", label).setAttribute("tabindex", "0");
    add(table);
  }
}
