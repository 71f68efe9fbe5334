package palmares.scoring.policy;

import java.util.List;
import palmares.scoring.policy.PolicySelection.Policies;
import palmares.scoring.ranking.ReferenceData;

/// Ten policies with five estimates each, and what SCOPE-RL makes of them.
final class ScopeRl {

  static final List<String> ESTIMATORS = List.of("dm", "tis", "pdis", "dr", "sntis");

  private ScopeRl() {}

  static Policies policies(String estimator) {
    var rows = ReferenceData.csv("scope_rl/policies.csv");
    return new Policies(
        rows.stream().mapToDouble(row -> Double.parseDouble(row.get("est_" + estimator))).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row.get("true_value"))).toArray());
  }

  static double baseline() {
    return ReferenceData.number("scope_rl/expected_ops_metrics.json", "J_behavior");
  }

  /// A number of one estimator: the text after its name, up to that number's.
  static double expected(String estimator, String group, String name) {
    var text = ReferenceData.text("scope_rl/expected_ops_metrics.json");
    var from = text.indexOf("\"" + estimator + "\": {");
    from = group.isEmpty() ? from : text.indexOf("\"" + group + "\"", from);
    var start = text.indexOf("\"" + name + "\":", from) + name.length() + 3;
    return Double.parseDouble(text.substring(start, end(text, start)).strip());
  }

  private static int end(String text, int start) {
    var end = start;
    while (text.charAt(end) != ',' && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
