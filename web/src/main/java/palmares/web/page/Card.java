package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/// A piece of a page in a frame of its own.
public final class Card extends Section {

  private Card(Component... content) {
    addClassName("card");
    add(content);
  }

  /// With a heading, which is also the name of the section for whoever does not see it.
  public static Card titled(String title, Component... content) {
    var card = new Card(new H2(title));
    card.addClassName("padded");
    card.getElement().setAttribute("aria-label", title);
    card.add(content);
    return card;
  }

  public static Card plain(Component... content) {
    var card = new Card(content);
    card.addClassName("padded");
    return card;
  }

  /// Without a space between the frame and what is in it, for lists and tables.
  public static Card flush(Component... content) {
    return new Card(content);
  }
}
