package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Supplier;

/// Puts text where a person can paste it from, also on a page that came without TLS.
public final class Clipboard {

  private static final String COPY =
      """
      const selected = () => {
        const area = document.createElement('textarea');
        area.value = $0;
        area.style.position = 'fixed';
        area.style.opacity = '0';
        document.body.append(area);
        area.select();
        const done = document.execCommand('copy');
        area.remove();
        return done;
      };
      return navigator.clipboard
        ? navigator.clipboard.writeText($0).then(() => true, selected)
        : selected();
      """;

  private Clipboard() {}

  /// A button that copies what the text is when it is pressed, and says so.
  public static NativeButton button(String label, Supplier<String> text) {
    var button = new NativeButton(label);
    button.addClassName("button");
    button.getElement().setAttribute("aria-live", "polite");
    button.addClickListener(clicked -> copy(button, text.get(), () -> button.setText("Copied")));
    return button;
  }

  /// @param copied runs when the browser has taken the text
  public static void copy(Component from, String text, Runnable copied) {
    from.getElement()
        .executeJs(COPY, text)
        .then(
            Boolean.class,
            done -> {
              if (done) {
                copied.run();
              }
            });
  }
}
