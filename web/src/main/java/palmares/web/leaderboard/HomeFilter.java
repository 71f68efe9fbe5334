package palmares.web.leaderboard;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkSummary;

/// Which benchmarks a reader looks for.
///
/// @param text part of a name, title or description, in any case
/// @param tag a category that the benchmark has; null for all
record HomeFilter(String text, @Nullable String tag) {

  private static final int MOST_TAGS = 12;

  List<BenchmarkSummary> of(List<BenchmarkSummary> all) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(each -> tag == null || each.categories().contains(tag))
        .filter(each ->
            Stream.of(each.name(), each.title(), each.description())
                .anyMatch(said -> said.toLowerCase(Locale.ROOT).contains(part)))
        .toList();
  }

  /// The categories that most benchmarks have, by name.
  static List<String> tags(List<BenchmarkSummary> all) {
    var names =
        all.stream()
            .flatMap(each -> each.categories().stream())
            .collect(groupingBy(name -> name, counting()));
    return names.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .limit(MOST_TAGS)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
