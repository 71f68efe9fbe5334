package palmares.scoring.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import palmares.scoring.agreement.Correlation;
import palmares.scoring.agreement.KendallTau;

/// How far two reward models, or two versions of one, put the responses to a prompt into the same
/// order: means over prompts, from 0 (turned round) over 1/2 (no relation) to 1 (the same).
///
/// Source: Z. Wang et al., CREAM: Consistency Regularized Self-Rewarding Language Models (2024).
/// Their code compares ranks of the first and the last response and breaks ties by place; here ties
/// share their rank, and the same best and worst responses are asked for.
///
/// @param kendall `(tau-b + 1) / 2`
/// @param spearman `(rho + 1) / 2`
/// @param extremes share of prompts of which both have the same best and the same worst responses
/// @param prompts that count; those that either gives one value alone have no order
public record RankConsistency(
    OptionalDouble kendall, OptionalDouble spearman, OptionalDouble extremes, int prompts) {

  public static RankConsistency of(List<ScoredGroup> groups) {
    var ordered = groups.stream().filter(group -> spearman(group) != null).toList();
    return new RankConsistency(
        mean(ordered, group -> KendallTau.b(group.first(), group.second()).orElseThrow() / 2 + 0.5),
        mean(ordered, group -> Objects.requireNonNull(spearman(group)) / 2 + 0.5),
        mean(ordered, group -> hasSameExtremes(group) ? 1.0 : 0.0),
        ordered.size());
  }

  private static OptionalDouble mean(
      List<ScoredGroup> groups, Function<ScoredGroup, Double> measured) {
    return groups.stream().mapToDouble(measured::apply).average();
  }

  private static @Nullable Double spearman(ScoredGroup group) {
    return Correlation.of(group.first(), group.second()).spearman();
  }

  private static boolean hasSameExtremes(ScoredGroup group) {
    return Arrays.equals(extremes(group.first()), extremes(group.second()));
  }

  /// 1 for each best, -1 for each worst.
  private static int[] extremes(double[] values) {
    var most = Arrays.stream(values).max().orElseThrow();
    var least = Arrays.stream(values).min().orElseThrow();
    return Arrays.stream(values)
        .mapToInt(value -> value == most ? 1 : value == least ? -1 : 0)
        .toArray();
  }
}
