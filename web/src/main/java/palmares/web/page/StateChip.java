package palmares.web.page;

import com.vaadin.flow.component.html.Span;

/// A state in a word or two, such as `complete` or `quarantined`.
public final class StateChip extends Span {

  public StateChip(String words, Tone tone) {
    super(words);
    addClassNames("chip", tone.className());
  }
}
