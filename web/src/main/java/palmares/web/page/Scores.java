package palmares.web.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import palmares.contract.submission.EvaluatedExample.Evaluation;

/// What evaluators say of single responses, as pages write it.
public final class Scores {

  private Scores() {}

  /// At most three decimals, and no zeros after them.
  public static String figure(double value) {
    var rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return (rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded)
        .toPlainString()
        .replace('-', '−');
  }

  /// The value, or why there is none.
  public static Span value(Evaluation evaluation) {
    var value = evaluation.value();
    if (value != null) {
      return new Span(figure(value));
    }
    var cause = evaluation.cause();
    var gap = new Span(cause == null ? "gap" : cause.toLowerCase(Locale.ROOT).replace('_', ' '));
    gap.addClassNames("small", "gap");
    return gap;
  }

  /// The value with its reason in parts.
  public static Div reasoned(Evaluation evaluation) {
    var reasoned = new Div(value(evaluation));
    evaluation
        .reason()
        .forEach((part, value) -> {
          var line = new Div(part + " " + figure(value));
          line.addClassNames("small", "soft", "foreign");
          reasoned.add(line);
        });
    return reasoned;
  }
}
