package palmares.web.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/// A button that opens a panel of links, buttons or boxes. It closes by Escape, by a click on
/// something else and by a choice among links and buttons.
@Tag("details")
public final class Dropdown extends HtmlContainer {

  private static final String CLOSING =
      """
      const close = () => { this.open = false; };
      const outside = event => { if (!this.contains(event.target)) close(); };
      this.addEventListener('toggle', () => {
        document[this.open ? 'addEventListener' : 'removeEventListener']('pointerdown', outside);
      });
      this.addEventListener('keydown', event => {
        if (event.key === 'Escape' && this.open) { close(); this.firstElementChild.focus(); }
      });
      this.lastElementChild.addEventListener('click', event => {
        if (event.target.closest('a, button')) close();
      });
      """;

  private final Summary summary;
  private final Div panel = new Div();

  public Dropdown(String label, Component... content) {
    addClassName("drop");
    summary = new Summary(label);
    summary.addClassName("button");
    panel.addClassName("panel");
    panel.add(content);
    add(summary, panel);
  }

  public void setLabel(String label) {
    summary.setText(label);
  }

  /// A button in the panel.
  public void add(String label, Runnable chosen) {
    panel.add(new NativeButton(label, clicked -> chosen.run()));
  }

  public void addToPanel(Component... content) {
    panel.add(content);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    getElement().executeJs(CLOSING);
  }

  @Tag("summary")
  private static final class Summary extends HtmlContainer {
    Summary(String label) {
      setText(label);
    }
  }
}
