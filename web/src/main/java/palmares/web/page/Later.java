package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks for what a page does not need at once, and shows it when it comes.
public final class Later {

  private Later() {}

  /// Asks when a part of a page is shown first; not again when the browser is told all of the page
  /// once more because it has missed something.
  public static <T> void once(Component part, Supplier<T> ask, Consumer<T> show) {
    part.addAttachListener(attached -> {
      attached.unregisterListener();
      ask(attached.getUI(), ask, show);
    });
  }

  /// @param ask runs outside the page's lock
  /// @param show runs under it, if the page is still open
  public static <T> void ask(UI ui, Supplier<T> ask, Consumer<T> show) {
    Thread.ofVirtual()
        .start(() -> {
          T answer = ask.get();
          try {
            ui.access(() -> show.accept(answer));
          } catch (UIDetachedException e) {
            // Nobody is there any more to be shown anything.
          }
        });
  }
}
