package palmares.scoring.example;

import java.util.List;

/// One rule of an example's checklist.
///
/// @param name what the rule asks for, in words, unique in its example
/// @param weight how much it counts, greater than 0
public record Check(String name, Rule rule, double weight) {

  public Check {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "check '" + name + "': weight must be greater than 0 and finite: " + weight);
    }
  }

  /// What a response must satisfy. Text comparisons ignore case.
  public sealed interface Rule {

    record ContainsAny(List<String> texts) implements Rule {
      public ContainsAny {
        texts = List.copyOf(texts);
      }
    }

    record ContainsNone(List<String> texts) implements Rule {
      public ContainsNone {
        texts = List.copyOf(texts);
      }
    }

    /// A regular expression ([java.util.regex.Pattern]) found anywhere in the response; it decides
    /// itself whether case counts.
    record Matches(String pattern) implements Rule {}

    /// Length of the stripped response in code points.
    record Chars(int min, int max) implements Rule {
      public Chars {
        if (min < 0 || max < min) {
          throw new IllegalArgumentException(
              "chars must be 0 <= min <= max: min " + min + ", max " + max);
        }
      }
    }

    record MaxSentences(int max) implements Rule {}
  }
}
