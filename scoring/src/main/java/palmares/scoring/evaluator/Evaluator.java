package palmares.scoring.evaluator;

/// Anything that turns responses into evidence. The kinds are sealed, so that a switch over them is
/// complete; the leaves are open: one file and one test each.
public sealed interface Evaluator permits Metric, PairwiseJudge, RewardModel {

  /// The name in kebab case, stable for ever because evidence and snapshots store it.
  String id();

  /// Raised by every change that can change a number.
  int version();

  /// `id@version`, the form in which jobs and leaderboards name an evaluator.
  default String key() {
    return id() + "@" + version();
  }
}
