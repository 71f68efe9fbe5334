package palmares.web.page;

import com.vaadin.flow.component.html.Paragraph;

/// Says that something is under way, in the place where its end will be told.
public final class Busy extends Paragraph {

  /// @param words such as "Looking …"
  public Busy(String words) {
    super(words);
    addClassName("busy");
  }
}
