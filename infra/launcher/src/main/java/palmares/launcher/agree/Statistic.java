package palmares.launcher.agree;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// What can be asked of raters, by name.
///
/// @param needs numbers in place of labels, or a column of groups
record Statistic(
    String word, String description, Raters raters, Needs needs, Computation computation) {

  /// Which raters it is of at a time.
  enum Raters {
    EVERY_TWO,
    /// The order counts: the first one with each other.
    FIRST_WITH_EACH,
    ALL
  }

  enum Needs {
    LABELS,
    NUMBERS,
    /// Labels, and a column by which items are told apart.
    LABELS_BY_GROUP,
    /// Numbers, and a column by which items belong together.
    NUMBERS_BY_GROUP;

    boolean areNumbers() {
      return this == NUMBERS || this == NUMBERS_BY_GROUP;
    }

    boolean areGrouped() {
      return this == LABELS_BY_GROUP || this == NUMBERS_BY_GROUP;
    }
  }

  /// How it is computed.
  interface Computation {
    Value of(RatingFile ratings, Bootstrap bootstrap, int... raters);
  }

  /// @param items that it is of
  /// @param reason why there is no value, where there is none
  /// @param notes what a reader must know with it
  record Value(
      OptionalDouble value,
      Optional<Interval> interval,
      int items,
      String reason,
      List<String> notes) {

    static Value of(OptionalDouble value, int items) {
      return of(value, Optional.empty(), items);
    }

    static Value of(OptionalDouble value, Optional<Interval> interval, int items) {
      var reason = items == 0 ? "no item that they rated" : "undefined: one value alone";
      return new Value(value, interval, items, reason, List.of());
    }

    Value because(String why) {
      return new Value(value, interval, items, items == 0 ? reason : why, notes);
    }

    Value noting(String... said) {
      return new Value(value, interval, items, reason, List.of(said));
    }
  }

  /// @throws CommandFailure if there is none of that name, naming those there are
  static Statistic named(String word) {
    return all()
        .filter(each -> each.word.equals(word.strip()))
        .findAny()
        .orElseThrow(() ->
            CommandFailure.badInput(
                "no statistic '%s'; there are %s, %s"
                    .formatted(
                        word,
                        all().map(Statistic::word).collect(Collectors.joining(", ")),
                        RaschReport.WORD)));
  }

  static List<String> described() {
    return Stream.concat(
            all().map(each -> "  %-16s %s".formatted(each.word, each.description)),
            Stream.of("  %-16s %s".formatted(RaschReport.WORD, RaschReport.DESCRIPTION)))
        .toList();
  }

  static Stream<Statistic> all() {
    return Stream.concat(AgreementStatistics.ALL.stream(), AuditStatistics.ALL.stream());
  }

  Value of(RatingFile file, Bootstrap bootstrap, int... chosen) {
    if (needs.areNumbers()) {
      file.requireNumbers(word);
    }
    if (needs.areGrouped()) {
      file.requireGroups(word);
    }
    return computation.of(file, bootstrap, chosen);
  }
}
