package palmares.web.identity;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.budget.Budgets.Entry;

/// What is said of budgets.
public final class BudgetWords {

  private static final int MICROS = 6;
  private static final int LEAST_DIGITS = 2;

  private BudgetWords() {}

  /// @param amount tokens, or millionths of the platform's currency
  public static String amount(String unit, long amount) {
    if (!unit.equals("money")) {
      return String.format(Locale.ROOT, "%,d %s", amount, unit);
    }
    var money = BigDecimal.valueOf(amount, MICROS).stripTrailingZeros();
    return money.setScale(Math.max(LEAST_DIGITS, money.scale())).toPlainString();
  }

  /// What a budget is for.
  public static String purpose(@Nullable String benchmark, @Nullable String version) {
    return benchmark == null ? "all work" : benchmark + (version == null ? "" : " " + version);
  }

  static String entry(Entry entry) {
    String kind =
        switch (entry.kind()) {
          case "reserve" -> "set aside";
          case "commit" -> "paid";
          case "refund" -> "given back";
          default -> entry.kind();
        };
    return kind
        + " for "
        + entry.offer()
        + " on "
        + entry.examples()
        + (entry.examples() == 1 ? " example" : " examples")
        + (entry.reason() == null ? "" : ": " + entry.reason());
  }
}
