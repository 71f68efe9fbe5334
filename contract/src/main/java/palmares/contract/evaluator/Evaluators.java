package palmares.contract.evaluator;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of evaluators and their agreement.
public final class Evaluators {

  private Evaluators() {}

  /// One version of an evaluator that a worker has ever offered.
  ///
  /// @param kind metric, judge, pairwise-judge or reward-model
  /// @param summary what it is, in a sentence; empty while no worker has said
  /// @param floor and `ceiling`: the range of a metric
  /// @param liveWorkers that offer it now
  /// @param workers their names, for operators; empty for everyone else
  /// @param benchmarks whose newest version it evaluates, as far as the caller sees them
  @Serdeable
  public record EvaluatorSummary(
      String id,
      int version,
      String kind,
      String summary,
      @Nullable Double floor,
      @Nullable Double ceiling,
      int liveWorkers,
      List<String> workers,
      List<UsedBy> benchmarks) {

    public String key() {
      return id + "@" + version;
    }
  }

  @Serdeable
  public record UsedBy(String name, String version, String title) {}

  /// How far the evaluators of a benchmark version agree about the same responses.
  ///
  /// @param systems whose responses are compared: the newest of each, at most `systemsInAll`
  /// @param pairs each pair of evaluators once, best agreement first
  @Serdeable
  public record Agreement(
      String benchmark, String version, int systems, int systemsInAll, List<Pair> pairs) {}

  /// @param one and `other`: evaluator keys
  /// @param responses that both have a value for
  /// @param spearman of the order, and `pearson` of the values; absent where one of them gave
  ///   everything the same value
  @Serdeable
  public record Pair(
      String one,
      String other,
      int responses,
      @Nullable Double spearman,
      @Nullable Double pearson) {}
}
