package palmares.web.submission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Says which part of a long list is shown, and leads to its other parts: the one before, the next,
/// and that with a number.
final class PartPager extends Div {

  private final int atOnce;
  private final IntConsumer go;
  private final NativeButton back = new NativeButton("Back");
  private final NativeButton next = new NativeButton();
  private final Span where = new Span();
  private final IntegerField number = new IntegerField();
  private int first;

  /// @param go gets how many come before the wanted part
  PartPager(int atOnce, IntConsumer go) {
    this.atOnce = atOnce;
    this.go = go;
    addClassNames("buttons", "pager");
    setVisible(false);
    back.addClickListener(clicked -> go.accept(Math.max(0, first - atOnce)));
    next.addClickListener(clicked -> go.accept(first + atOnce));
    next.setText("Next " + atOnce);
    back.addClassName("button");
    next.addClassName("button");
    where.addClassNames("soft", "number");
    where.getElement().setAttribute("role", "status");
    number.setPlaceholder("Go to number");
    number.setAriaLabel("Go to number");
    number.setMin(1);
    number.addValueChangeListener(change -> goTo(change.getValue()));
    add(back, next, where, number);
  }

  /// @param total how many there are in all, if that is known
  void show(int first, Page<?> page, @Nullable Integer total) {
    this.first = first;
    var last = first + page.items().size();
    var isPart = first > 0 || page.next() != null;
    setVisible(isPart);
    back.setVisible(first > 0);
    next.setVisible(page.next() != null);
    where.setText(
        total == null
            ? String.format(Locale.ROOT, "%,d–%,d", first + 1, last)
            : String.format(Locale.ROOT, "%,d–%,d of %,d", first + 1, last, total));
    number.setVisible(total != null);
    if (total != null) {
      number.setMax(total);
    }
  }

  private void goTo(@Nullable Integer wanted) {
    if (wanted == null) {
      return;
    }
    number.clear();
    var place = Math.clamp(wanted, 1, number.getMax()) - 1;
    go.accept(place / atOnce * atOnce);
  }
}
