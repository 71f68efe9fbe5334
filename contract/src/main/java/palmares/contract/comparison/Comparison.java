package palmares.contract.comparison;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How two submissions differ by one evaluator.
///
/// @param evaluators that both were evaluated with, in the benchmark's order
/// @param category whose examples alone are compared; absent for all
/// @param leftOut of the examples compared, how many the leaderboards leave out; they count here
/// @param worst what a gap counts as in `withGaps`
/// @param answered over the examples that both have a value for; absent if there are none
/// @param withGaps over all examples, each gap at the evaluator's worst value; absent where nobody
///   left a gap, and where the evaluator has no worst value
/// @param categories each by itself, whatever `category` is
/// @param hidden why the caller is shown no single example, in words; absent if they are shown
@Serdeable
public record Comparison(
    String benchmark,
    String version,
    Side left,
    Side right,
    String evaluator,
    List<String> evaluators,
    @Nullable String category,
    Tally tally,
    int leftOut,
    @Nullable Double worst,
    @Nullable Paired answered,
    @Nullable Paired withGaps,
    List<OneCategory> categories,
    @Nullable String hidden) {

  /// @param team absent where the caller may not know whose it is
  /// @param kind of the system: built-in, outputs, endpoint, model or program
  @Serdeable
  public record Side(
      String submission, String system, int systemVersion, @Nullable String team, String kind) {}

  /// What became of the examples.
  ///
  /// @param onlyLeft and `onlyRight`: that one of them has a value for, and the other a gap
  /// @param neither on which both have a gap
  /// @param notEvaluated that one of them at least was not evaluated on, by no fault of its own;
  ///   these count nowhere
  @Serdeable
  public record Tally(
      int examples, int both, int onlyLeft, int onlyRight, int neither, int notEvaluated) {}

  /// Differences are left minus right.
  ///
  /// @param low and `high`: the interval's ends; absent where all differences are the same
  /// @param leftBetter examples on which the left one is better
  /// @param p how often chance alone gives a mean difference at least this large, to either side
  /// @param draws by how many random draws that was found; 0 where it was counted
  /// @param signP how often chance alone divides the examples that differ at least this unevenly
  /// @param rightOrWrong whether all values are 0 or 1, where `signP` is McNemar's
  @Serdeable
  public record Paired(
      int examples,
      double leftMean,
      double rightMean,
      double difference,
      @Nullable Double low,
      @Nullable Double high,
      double level,
      int leftBetter,
      int rightBetter,
      int ties,
      double p,
      int draws,
      double signP,
      boolean rightOrWrong) {}

  /// @param paired with gaps at the worst value where there are gaps and such a value, else over
  ///   the examples that both answered
  /// @param p that of `paired`, raised because there are several categories (Holm)
  @Serdeable
  public record OneCategory(
      String category, Tally tally, @Nullable Paired paired, @Nullable Double p) {}
}
