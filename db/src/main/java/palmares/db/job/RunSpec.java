package palmares.db.job;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.budget.Price;

/// All that a run depends on, frozen when it starts; its canonical JSON is digested and stored.
///
/// @param expected examples that each evaluator is to say something about
/// @param goldRevision the revision of the gold that evaluators see
/// @param system what gives the responses in the stage `generate`; absent when they were submitted
/// @param shardSize most examples in one job that gives responses or rewards
/// @param pairing whom judges of pairs compare with; absent where there are none
/// @param metricShardSize most examples in one job of a metric, which takes microseconds for each
public record RunSpec(
    UUID benchmarkVersion,
    int expected,
    int goldRevision,
    @Nullable SystemPart system,
    List<EvaluatorPart> evaluators,
    @Nullable PairingPart pairing,
    int shardSize,
    int metricShardSize) {

  public RunSpec {
    evaluators = List.copyOf(evaluators);
    if (expected < 1) {
      throw new IllegalArgumentException("a run needs at least one example: " + expected);
    }
    if (shardSize < 1 || metricShardSize < 1) {
      throw new IllegalArgumentException(
          "shardSize and metricShardSize must be 1 or more: %d, %d"
              .formatted(shardSize, metricShardSize));
    }
    if (pairing == null && evaluators.stream().anyMatch(part -> part.stage() == Stage.PAIR)) {
      throw new IllegalArgumentException(
          "judges of pairs need to know whom to compare with: " + evaluators);
    }
    if (new HashSet<>(evaluators).size() != evaluators.size()) {
      throw new IllegalArgumentException("each evaluator must stand once: " + evaluators);
    }
  }

  /// A run without judges of pairs.
  public RunSpec(
      UUID benchmarkVersion,
      int expected,
      int goldRevision,
      @Nullable SystemPart system,
      List<EvaluatorPart> evaluators,
      int shardSize,
      int metricShardSize) {
    this(
        benchmarkVersion,
        expected,
        goldRevision,
        system,
        evaluators,
        null,
        shardSize,
        metricShardSize);
  }

  /// The same evaluators over responses that are there already.
  public RunSpec again(int goldRevision) {
    return new RunSpec(
        benchmarkVersion,
        expected,
        goldRevision,
        null,
        evaluators,
        pairing,
        shardSize,
        metricShardSize);
  }

  /// Most examples in one job of a stage.
  public int shardSize(Stage stage) {
    return stage == Stage.SCORE ? metricShardSize : shardSize;
  }

  /// @param offer `id@version` as workers offer it
  /// @param capability the lane of workers that it needs, such as `cpu`
  /// @param price of an example, as it was when the run started
  public record SystemPart(
      String offer, Map<String, String> settings, String capability, Price price) {
    public SystemPart {
      settings = Map.copyOf(settings);
    }
  }

  /// @param kind `metric`, `pairwise-judge` or `reward-model`
  /// @param price of an example, as it was when the run started
  public record EvaluatorPart(
      String evaluator,
      int version,
      String kind,
      Map<String, String> settings,
      String capability,
      Price price) {

    public EvaluatorPart {
      settings = Map.copyOf(settings);
      stage(evaluator, kind);
    }

    public String offer() {
      return evaluator + "@" + version;
    }

    public Stage stage() {
      return stage(evaluator, kind);
    }

    private static Stage stage(String evaluator, String kind) {
      return switch (kind) {
        case "metric" -> Stage.SCORE;
        case "pairwise-judge" -> Stage.PAIR;
        case "reward-model" -> Stage.REWARD;
        default ->
            throw new IllegalArgumentException(
                "kind of %s must be metric, pairwise-judge or reward-model: %s"
                    .formatted(evaluator, kind));
      };
    }
  }

  /// @param opponents `all`, `baselines`, or `named`
  /// @param systems names of the organiser's own systems that are met, for `named`
  /// @param most opponents that a run meets at the most
  /// @param settleRule `id@version` of what makes battles of preferences
  public record PairingPart(String opponents, List<String> systems, int most, String settleRule) {
    public PairingPart {
      systems = List.copyOf(systems);
      if (!List.of("all", "baselines", "named").contains(opponents)
          || opponents.equals("named") == systems.isEmpty()) {
        throw new IllegalArgumentException(
            "opponents must be all, baselines, or named with systems: %s %s"
                .formatted(opponents, systems));
      }
      if (most < 1) {
        throw new IllegalArgumentException("most opponents must be 1 or more: " + most);
      }
    }
  }
}
