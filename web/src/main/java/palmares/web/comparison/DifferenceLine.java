package palmares.web.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Stream;
import palmares.contract.comparison.Comparison.Paired;

/// A difference with its interval, drawn on an axis with 0 in its middle: to the right of it the
/// left system is better, as is said beside it.
final class DifferenceLine extends Div {

  /// @param reach the difference at either end of the axis
  DifferenceLine(Paired paired, double reach) {
    addClassName("interval");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", words(paired));
    getElement().setAttribute("title", words(paired));
    mark("zero", 50);
    if (paired.low() != null && paired.high() != null) {
      var from = place(paired.low(), reach);
      mark("bar", from).getStyle().setWidth(percent(place(paired.high(), reach) - from));
    }
    mark("dot", place(paired.difference(), reach));
  }

  /// The reach of an axis on which all of these fit.
  static double reach(Stream<Paired> all) {
    return all.flatMap(each ->
            Stream.of(
                each.difference(),
                each.low() == null ? each.difference() : each.low(),
                each.high() == null ? each.difference() : each.high()))
        .mapToDouble(Math::abs)
        .max()
        .orElse(1);
  }

  static String words(Paired paired) {
    var difference = ComparisonWords.signed(paired.difference());
    return paired.low() == null || paired.high() == null
        ? difference
        : difference
            + ", from "
            + ComparisonWords.signed(paired.low())
            + " to "
            + ComparisonWords.signed(paired.high());
  }

  private Span mark(String name, double at) {
    var mark = new Span();
    mark.addClassName(name);
    mark.getStyle().setLeft(percent(at));
    add(mark);
    return mark;
  }

  private static double place(double difference, double reach) {
    return reach == 0 ? 50 : Math.clamp(50 + difference / reach * 48, 0, 100);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
