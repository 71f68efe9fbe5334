package palmares.scoring.metric;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many steps the counted repeats of a regular expression add to it: `(){9}` takes nine and
/// reads no character of the text, so that what is read says nothing of them.
///
/// A repeat counts what it repeats that many times, within groups that are repeated themselves too,
/// what stands side by side is added, and what is there once is free.
final class PatternSteps {

  /// Most of one repeat.
  static final int MOST_REPEATS = 1_000;

  /// Most of all of them together.
  static final int MOST = 10_000;

  private final String pattern;
  private final boolean looksBehind;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long sum;
  private long last;
  private int once;
  private int at;

  private PatternSteps(String pattern) {
    this.pattern = pattern;
    // Only looking behind takes as many steps as a repeat may have at most.
    this.looksBehind = pattern.contains("(?<=") || pattern.contains("(?<!");
  }

  /// @param pattern that compiles
  /// @throws IllegalArgumentException if they are too many, or cannot be told
  static int of(String pattern) {
    return new PatternSteps(pattern).count();
  }

  private int count() {
    while (at < pattern.length()) {
      step(pattern.charAt(at));
    }
    if (!outer.isEmpty()) {
      throw refused("has groups whose ends cannot be told");
    }
    return (int) Math.max(0, bounded(sum + last) - once);
  }

  private void step(char c) {
    switch (c) {
      case '(' -> open();
      case ')' -> close();
      case '[' -> atom(this::skipClass);
      case '\\' -> atom(this::skipEscape);
      case '{' -> repeat();
      case '*', '+', '?', '|' -> at++;
      default -> atom(() -> at++);
    }
  }

  private void atom(Runnable skip) {
    sum = bounded(sum + last);
    last = 1;
    once++;
    skip.run();
  }

  private void open() {
    outer.push(sum + last);
    sum = 0;
    last = 0;
    at++;
    if (pattern.startsWith("?", at)) {
      at++;
      skipKind();
    }
  }

  /// What says of a group how it is matched, which is no part of what it repeats.
  private void skipKind() {
    while (at < pattern.length() && "idmsuxU-".indexOf(pattern.charAt(at)) >= 0) {
      if (pattern.charAt(at) == 'x') {
        throw refused("uses the flag x, which is not taken");
      }
      at++;
    }
    if (at < pattern.length() && ":=!>".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
  }

  private void close() {
    if (outer.isEmpty()) {
      throw refused("has groups whose beginnings cannot be told");
    }
    last = Math.max(1, sum + last);
    sum = outer.pop();
    at++;
  }

  private void repeat() {
    var end = pattern.indexOf('}', at);
    var bounds = end < 0 ? "" : pattern.substring(at + 1, end);
    if (!bounds.matches("[0-9]{1,10}(,[0-9]{0,10})?")) {
      throw refused("has a repeat that cannot be told, at position " + (at + 1));
    }
    var numbers = bounds.split(",");
    var times = Long.parseLong(looksBehind ? numbers[numbers.length - 1] : numbers[0]);
    if (times > MOST_REPEATS) {
      throw refused(
          "repeats %d times at once; at most %d are taken".formatted(times, MOST_REPEATS));
    }
    last = bounded(last * Math.max(1, times));
    at = end + 1;
  }

  private long bounded(long steps) {
    if (steps > MOST) {
      throw refused(
          "repeats within repeats, in all more than the %d times that are taken".formatted(MOST));
    }
    return steps;
  }

  /// `]` at the beginning of a class is itself.
  private void skipClass() {
    at++;
    if (pattern.startsWith("^", at)) {
      at++;
    }
    var first = true;
    while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
      switch (pattern.charAt(at)) {
        case '[' -> skipClass();
        case '\\' -> skipEscape();
        default -> at++;
      }
      first = false;
    }
    if (at >= pattern.length()) {
      throw refused("has a class whose end cannot be told");
    }
    at++;
  }

  private void skipEscape() {
    var kind = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
    switch (kind) {
      case 'Q' -> at = after("\\E", pattern.length());
      case 'c' -> at += 3;
      case 'p', 'P', 'x', 'N', 'b' ->
          at = pattern.startsWith("{", at + 2) ? after("}", pattern.length()) : at + 2;
      default -> at += 2;
    }
    if (kind == 'c' && at <= pattern.length() && pattern.charAt(at - 1) == '\\') {
      throw refused("has a control character that cannot be told");
    }
  }

  private int after(String end, int otherwise) {
    var found = pattern.indexOf(end, at + 2);
    return found < 0 ? otherwise : found + end.length();
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("'%s' %s".formatted(pattern, why));
  }
}
