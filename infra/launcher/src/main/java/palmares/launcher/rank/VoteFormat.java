package palmares.launcher.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The families of headers that files of votes have.
///
/// Where a file has `left` and `right` they are the systems, whatever other names of systems it
/// has.
enum VoteFormat {
  LEFT_RIGHT("left", "right", List.of("winner"), Map.of("left", 1.0, "right", 0.0, "tie", 0.5)),
  MODELS(
      "model_a",
      "model_b",
      List.of("winner"),
      Map.of("model_a", 1.0, "model_b", 0.0, "tie", 0.5, "tie (bothbad)", 0.5, "both_bad", 0.5)),
  OUTCOMES("a", "b", List.of("outcome"), Map.of()),
  COUNTS("player1", "player2", List.of("win1", "win2"), Map.of());

  private final String left;
  private final String right;
  private final List<String> results;
  private final Map<String, Double> words;

  VoteFormat(String left, String right, List<String> results, Map<String, Double> words) {
    this.left = left;
    this.right = right;
    this.results = results;
    this.words = words;
  }

  /// The first family whose columns the header has.
  static Optional<VoteFormat> of(Set<String> header) {
    return Arrays.stream(values())
        .filter(format -> header.containsAll(format.columns()))
        .findFirst();
  }

  /// All families in words, for a message.
  static String all() {
    return Arrays.stream(values())
        .map(format -> String.join(",", format.columns()))
        .collect(Collectors.joining("  or  "));
  }

  String left() {
    return left;
  }

  String right() {
    return right;
  }

  /// The columns that say how the battle ended.
  List<String> results() {
    return results;
  }

  /// The outcome that a word in the result column stands for.
  Optional<Double> outcome(String word) {
    return Optional.ofNullable(words.get(word));
  }

  /// The words that the result column may hold, in a fixed order.
  String words() {
    return words.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private List<String> columns() {
    return Stream.concat(Stream.of(left, right), results.stream()).toList();
  }
}
