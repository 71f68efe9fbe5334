package palmares.api.leaderboard;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import palmares.scoring.ranking.Settings;

/// What a leaderboard is made by, pinned when its benchmark version is published. Stored as JSON.
///
/// @param method id of a ranking method, such as `wb-score`
/// @param settings of the method; `evaluator` or `truth` name an evaluator key, `baseline` a system
/// @param evaluators keys (`id@version`) of all evaluators whose evidence the method reads
/// @param entryRule which of a system's submissions stands: `latest`, `best` or `chosen`
/// @param gaps `unranked`, `worst` or `bounds`
public record Definition(
    String method,
    SortedMap<String, String> settings,
    List<String> evaluators,
    String entryRule,
    String gaps) {

  static final String EVALUATOR = "evaluator";
  static final String TRUTH = "truth";
  static final String BASELINE = "baseline";

  public Definition {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    evaluators = List.copyOf(evaluators);
    if (evaluators.isEmpty()) {
      throw new IllegalArgumentException("a leaderboard needs at least one evaluator");
    }
  }

  /// The evaluator that decides between several submissions of a system.
  String deciding() {
    return settings.getOrDefault(EVALUATOR, settings.getOrDefault(TRUTH, evaluators.getFirst()));
  }

  /// The settings as the method gets them, with the policy for gaps among them.
  Settings methodSettings() {
    return new Settings(settings).with("gaps", gaps);
  }
}
