package palmares.web.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// Says beside an example that the leaderboards leave it out, and why.
public final class LeftOutTag extends Div {

  public LeftOutTag(String reason) {
    var tag = new Span("left out");
    tag.addClassName("tag");
    add(tag, Words.foreign(" " + reason, "soft"));
    addClassName("small");
  }
}
