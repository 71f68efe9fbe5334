package palmares.api.benchmark;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;
import palmares.contract.work.Work.CheckLine;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;

/// The rules of checklists: what organisers may write, and what metrics make of it.
final class ChecklistRules {

  private static final int MAX_PATTERN = 2_000;

  private ChecklistRules() {}

  static void check(List<CheckLine> checklist, int line, Flaws flaws) {
    var names = new HashSet<String>();
    for (var i = 0; i < checklist.size(); i++) {
      var rule = checklist.get(i);
      var path = "checklist[" + i + "]";
      if (rule.name().isBlank()) {
        flaws.add(line, path + ".name", "must not be blank");
      } else if (!names.add(rule.name())) {
        flaws.add(line, path + ".name", "stands twice: '" + Problems.shown(rule.name()) + "'");
      }
      check(rule, path, line, flaws);
    }
  }

  private static void check(CheckLine rule, String path, int line, Flaws flaws) {
    var rules = rules(rule);
    if (rules != 1) {
      flaws.add(
          line,
          path,
          ("must have exactly one of contains, contains_any, contains_none, matches, min_chars or"
                  + " max_chars, max_sentences; it has %d")
              .formatted(rules));
    }
    checkTexts(
        rule.contains() == null ? null : List.of(rule.contains()), path + ".contains", line, flaws);
    checkTexts(rule.containsAny(), path + ".contains_any", line, flaws);
    checkTexts(rule.containsNone(), path + ".contains_none", line, flaws);
    checkPattern(rule.matches(), path + ".matches", line, flaws);
    checkNumbers(rule, path, line, flaws);
  }

  private static long rules(CheckLine rule) {
    var chars = rule.minChars() != null ? rule.minChars() : rule.maxChars();
    return java.util.stream.Stream.of(
            rule.contains(),
            rule.containsAny(),
            rule.containsNone(),
            rule.matches(),
            chars,
            rule.maxSentences())
        .filter(Objects::nonNull)
        .count();
  }

  private static void checkTexts(@Nullable List<String> texts, String path, int line, Flaws flaws) {
    if (texts != null && (texts.isEmpty() || texts.stream().anyMatch(String::isBlank))) {
      flaws.add(line, path, "must name at least one text, and none that is blank");
    }
  }

  private static void checkPattern(@Nullable String pattern, String path, int line, Flaws flaws) {
    if (pattern == null) {
      return;
    }
    if (pattern.length() > MAX_PATTERN) {
      flaws.add(line, path, "is longer than the " + MAX_PATTERN + " characters allowed");
      return;
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      flaws.add(
          line,
          path,
          "is not a regular expression: %s near position %d"
              .formatted(Problems.shown(e.getDescription()), e.getIndex() + 1));
    } catch (StackOverflowError e) {
      flaws.add(line, path, "nests too deep");
    }
  }

  private static void checkNumbers(CheckLine rule, String path, int line, Flaws flaws) {
    int min = rule.minChars() == null ? 0 : rule.minChars();
    int max = rule.maxChars() == null ? Integer.MAX_VALUE : rule.maxChars();
    if (min < 0 || max < min) {
      flaws.add(
          line, path, "needs 0 <= min_chars <= max_chars: min %d, max %d".formatted(min, max));
    }
    var sentences = rule.maxSentences();
    if (sentences != null && sentences < 1) {
      flaws.add(line, path + ".max_sentences", "must be at least 1: " + sentences);
    }
    var weight = rule.weight();
    if (weight != null && !(weight > 0)) {
      flaws.add(line, path + ".weight", "must be greater than 0: " + weight);
    }
  }

  /// @throws IllegalArgumentException if it was not checked before
  static Check check(CheckLine line) {
    var weight = line.weight();
    return new Check(line.name(), rule(line), weight == null ? 1 : weight);
  }

  private static Rule rule(CheckLine line) {
    if (line.contains() != null) {
      return new Rule.ContainsAny(List.of(line.contains()));
    }
    if (line.containsAny() != null) {
      return new Rule.ContainsAny(line.containsAny());
    }
    if (line.containsNone() != null) {
      return new Rule.ContainsNone(line.containsNone());
    }
    if (line.matches() != null) {
      return new Rule.Matches(line.matches());
    }
    if (line.maxSentences() != null) {
      return new Rule.MaxSentences(line.maxSentences());
    }
    return new Rule.Chars(
        line.minChars() == null ? 0 : line.minChars(),
        line.maxChars() == null ? Integer.MAX_VALUE : line.maxChars());
  }
}
