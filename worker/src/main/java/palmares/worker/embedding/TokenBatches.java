package palmares.worker.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Texts put together so that little of a batch is padding: sorted by length, as many as a budget
/// of rows times longest row holds.
final class TokenBatches {

  private TokenBatches() {}

  /// Indexes into `lengths`, each in exactly one batch. A text longer than the budget is a batch of
  /// its own.
  static List<List<Integer>> of(int[] lengths, int budget) {
    var sorted =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt(index -> lengths[index]))
            .toList();
    var batches = new ArrayList<List<Integer>>();
    var batch = new ArrayList<Integer>();
    for (int index : sorted) {
      if (!batch.isEmpty() && (batch.size() + 1) * lengths[index] > budget) {
        batches.add(List.copyOf(batch));
        batch.clear();
      }
      batch.add(index);
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }
}
