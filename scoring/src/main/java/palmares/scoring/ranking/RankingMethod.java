package palmares.scoring.ranking;

import java.util.Set;
import palmares.scoring.evidence.Evidence;

/// The plug-in point of leaderboards: evidence in, ranking out, a pure function of both arguments.
///
/// Implementations are final classes with a public constructor without arguments, found by
/// `@AutoService(RankingMethod.class)`.
public interface RankingMethod {

  /// The name in kebab case, stable for ever because snapshots store it.
  String id();

  /// Raised by every change that can change a number.
  int version();

  /// `id@version`, the form in which snapshots name a method.
  default String key() {
    return id() + "@" + version();
  }

  /// What its setting `gaps` may be.
  default Set<String> gapPolicies() {
    return Set.of("unranked", "worst");
  }

  /// Ranks all subjects of the evidence.
  ///
  /// Known settings of every method that ranks systems: `evaluator` (the key of the table to rank
  /// by) and `gaps` (`unranked`, the default; `worst`: a gap counts as the metric's floor; for some
  /// also `bounds`).
  ///
  /// @throws IllegalArgumentException if a setting is unknown, missing or out of its range
  Ranking rank(Evidence evidence, Settings settings);
}
