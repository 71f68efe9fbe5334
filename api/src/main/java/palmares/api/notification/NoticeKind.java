package palmares.api.notification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What people and programs can be told of.
enum NoticeKind {
  /// A run is complete, or was cancelled.
  RUN_ENDED("run-ended"),
  /// A run ended with jobs that failed, or was stopped by a budget.
  RUN_FAILED("run-failed"),
  /// A leaderboard has a new snapshot.
  BOARD_CHANGED("board-changed");

  private final String word;

  NoticeKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(NoticeKind::word).toList();
  }

  /// @throws IllegalArgumentException if one is none
  static List<String> checked(List<String> given) {
    for (var word : given) {
      if (!words().contains(word)) {
        throw new IllegalArgumentException(
            "events must be some of %s: '%s'"
                .formatted(words().stream().collect(Collectors.joining(", ")), word));
      }
    }
    return given.stream().distinct().sorted().toList();
  }
}
