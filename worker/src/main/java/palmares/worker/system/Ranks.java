package palmares.worker.system;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Order by score, the earlier first among equals.
final class Ranks {

  private Ranks() {}

  /// Indexes from the highest score to the lowest.
  static List<Integer> descending(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer index) -> scores[index]).reversed())
        .toList();
  }

  /// The rank of each, from 1.
  static int[] of(double[] scores) {
    var order = descending(scores);
    var ranks = new int[scores.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[order.get(i)] = i + 1;
    }
    return ranks;
  }
}
