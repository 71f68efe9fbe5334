package palmares.scoring.metric;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression of an organiser, searched with a budget: a pattern that backtracks without
/// end must not hold a worker. The budget counts the characters read, never time, so that the same
/// text gives the same result on every machine; a pattern that takes many steps for each of them
/// ([PatternSteps]) may read so much less.
final class BoundedPattern {

  private static final long READS = 10_000_000;
  private static final long READS_PER_CHAR = 100;
  private static final int FREE_STEPS = 100;

  private final Pattern pattern;
  private final int steps;

  private BoundedPattern(Pattern pattern, int steps) {
    this.pattern = pattern;
    this.steps = steps;
  }

  /// @throws IllegalArgumentException if this is no pattern, or one that repeats too often
  static BoundedPattern of(String pattern) {
    try {
      return new BoundedPattern(Pattern.compile(pattern), PatternSteps.of(pattern));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' is no regular expression: %s".formatted(pattern, e.getDescription()), e);
    }
  }

  /// @throws Overran if the search reads more characters than its budget, or nests deeper than the
  ///   stack
  boolean foundIn(String text) throws Overran {
    var all = READS + READS_PER_CHAR * text.length();
    var budget = all * FREE_STEPS / Math.max(FREE_STEPS, steps);
    try {
      return pattern.matcher(new CountedText(text, 0, text.length(), new Reads(budget))).find();
    } catch (BudgetSpent e) {
      throw new Overran(
          "'%s' read %d characters of a response of %d without a result"
              .formatted(pattern, budget, text.length()),
          e);
    } catch (StackOverflowError e) {
      throw new Overran(
          "'%s' nests too deep on a response of %d characters".formatted(pattern, text.length()),
          e);
    }
  }

  /// The search did not come to its end.
  static final class Overran extends Exception {
    private static final long serialVersionUID = 1;

    Overran(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static final class BudgetSpent extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Reads {
    private long left;

    private Reads(long left) {
      this.left = left;
    }

    private void spend() {
      if (--left < 0) {
        throw new BudgetSpent();
      }
    }
  }

  private record CountedText(String text, int start, int end, Reads reads) implements CharSequence {

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      reads.spend();
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new CountedText(text, start + from, start + to, reads);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
