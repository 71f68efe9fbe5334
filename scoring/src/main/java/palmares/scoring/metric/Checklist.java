package palmares.scoring.metric;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// The weight of the example's checks that the response passes, mapped to `1 + 9 * passed / all`:
/// the range of a judge, decided by rules. The aspects hold each check by name, 1 or 0.
///
/// [Rule.Matches] looks at the response as it is, case included; the pattern decides. Sentences are
/// counted by [Sentences].
@AutoService(Metric.class)
public final class Checklist implements Metric {

  @Override
  public String id() {
    return "checklist";
  }

  @Override
  public String summary() {
    return "the weight of the rules that the response passes, from 1 to 10";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public double floor() {
    return 1;
  }

  @Override
  public double ceiling() {
    return 10;
  }

  /// A text on which a pattern cannot be followed to its end within its budget ([BoundedPattern])
  /// has no score, by the candidate's cause: to leave the check out, or to call it passed or
  /// failed, would let a text choose by its length which rules it is judged by.
  ///
  /// @throws IllegalArgumentException if the example has no checks, two of one name, or a pattern
  ///   that cannot be read
  @Override
  public Score score(Example example, Gold gold, Response response) {
    try {
      return scored(example, gold, response);
    } catch (BoundedPattern.Overran e) {
      return new Score.Unscored(Score.Cause.OVERRAN);
    }
  }

  private Score scored(Example example, Gold gold, Response response)
      throws BoundedPattern.Overran {
    if (gold.checklist().isEmpty()) {
      throw new IllegalArgumentException(
          key() + " needs at least one check; example " + example.id() + " has none");
    }
    var aspects = new LinkedHashMap<String, Double>();
    var all = 0.0;
    var passed = 0.0;
    for (var check : gold.checklist()) {
      var passes = passes(example, check, response.text());
      if (aspects.put(check.name(), passes ? 1.0 : 0.0) != null) {
        throw new IllegalArgumentException(
            "example %s has two checks '%s'".formatted(example.id(), check.name()));
      }
      all += check.weight();
      passed += passes ? check.weight() : 0;
    }
    return new Score.Scored(1 + 9 * (passed / all), aspects);
  }

  private static boolean passes(Example example, Check check, String text)
      throws BoundedPattern.Overran {
    try {
      return switch (check.rule()) {
        case Rule.ContainsAny(var texts) -> containsAny(text, texts);
        case Rule.ContainsNone(var texts) -> !containsAny(text, texts);
        case Rule.Matches(var pattern) -> BoundedPattern.of(pattern).foundIn(text);
        case Rule.Chars(var min, var max) -> within(codePoints(text.strip()), min, max);
        case Rule.MaxSentences(var max) -> Sentences.count(text) <= max;
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "check '%s' of example %s: %s".formatted(check.name(), example.id(), e.getMessage()), e);
    }
  }

  private static boolean containsAny(String text, List<String> wanted) {
    var lower = text.toLowerCase(Locale.ROOT);
    return wanted.stream().anyMatch(part -> lower.contains(part.toLowerCase(Locale.ROOT)));
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean within(int value, int min, int max) {
    return min <= value && value <= max;
  }
}
