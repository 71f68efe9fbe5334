package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;

/// Names and their values, one pair a line.
public final class Facts extends DescriptionList {

  public Facts() {
    addClassName("facts");
  }

  public Facts fact(String name, String value) {
    add(new Term(name), new Description(value));
    return this;
  }

  public Facts fact(String name, Component value) {
    add(new Term(name), new Description(value));
    return this;
  }
}
