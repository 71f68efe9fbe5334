package palmares.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// A rule, with the names of the planted classes that break it: below the root package, as in
/// `web.page.ReadsTables`.
record HouseRule(ArchRule rule, List<String> brokenBy) {
  HouseRule {
    brokenBy = List.copyOf(brokenBy);
    if (brokenBy.isEmpty()) {
      throw new IllegalArgumentException(
          "no planted class breaks the rule: " + rule.getDescription());
    }
  }

  static HouseRule of(ArchRule rule, String... brokenBy) {
    return new HouseRule(rule, List.of(brokenBy));
  }

  @Override
  public String toString() {
    return rule.getDescription();
  }
}
