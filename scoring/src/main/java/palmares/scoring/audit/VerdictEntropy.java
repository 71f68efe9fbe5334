package palmares.scoring.audit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How much the verdicts on one item differ among themselves: `-Σ p ln p` over the share p of each
/// verdict. 0 where all are the same, the logarithm of their number where none stands out; items
/// with the most are those that a person should decide.
///
/// Source: P. Wang et al., Large Language Models are not Fair Evaluators (FairEval 2023), balanced
/// position diversity entropy (BPDE), over verdicts in both orders.
public final class VerdictEntropy {

  private VerdictEntropy() {}

  /// @param verdicts on one item, one or more
  /// @throws IllegalArgumentException if there is none
  public static double of(List<?> verdicts) {
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException("an item needs one verdict or more");
    }
    var size = (double) verdicts.size();
    return verdicts.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToDouble(count -> count / size * Math.log(size / count))
        .sum();
  }
}
