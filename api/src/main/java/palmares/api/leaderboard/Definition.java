package palmares.api.leaderboard;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.scoring.ranking.Settings;

/// What a leaderboard is made by, pinned when its benchmark version is published. Stored as JSON.
///
/// @param method id of a ranking method, such as `wb-score`
/// @param settings of the method; `evaluator` or `truth` name an evaluator key, `baseline` a system
/// @param evaluators keys (`id@version`) of all evaluators whose evidence the method reads
/// @param entryRule which of a system's submissions stands: `latest`, `best` or `chosen`
/// @param gaps `unranked`, `worst` or `bounds`
/// @param claimed what was imported and is ranked in place of what was measured here; never both
public record Definition(
    String method,
    SortedMap<String, String> settings,
    List<String> evaluators,
    String entryRule,
    String gaps,
    @Nullable Claimed claimed) {

  static final String EVALUATOR = "evaluator";
  static final String TRUTH = "truth";
  static final String BASELINE = "baseline";
  private static final String LATEST = "latest";

  public Definition {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    evaluators = List.copyOf(evaluators);
    if (evaluators.isEmpty() == (claimed == null)) {
      throw new IllegalArgumentException(
          "a leaderboard needs either evaluators or imported evidence: %s and %s"
              .formatted(evaluators, claimed));
    }
  }

  public Definition(
      String method,
      SortedMap<String, String> settings,
      List<String> evaluators,
      String entryRule,
      String gaps) {
    this(method, settings, evaluators, entryRule, gaps, null);
  }

  /// The board of preferences that a rater of an imported file gave against one system.
  ///
  /// @param method reads one evaluator, which is the rater
  public static Definition ofPreferences(String method, String rater, String against) {
    return new Definition(
        method,
        new TreeMap<>(Map.of(EVALUATOR, rater)),
        List.of(),
        LATEST,
        "worst",
        new Claimed(rater, against, false));
  }

  /// The board of imported battles.
  ///
  /// @param clustered whether the file says which battles belong together
  public static Definition ofBattles(String method, String rater, boolean clustered) {
    return new Definition(
        method,
        new TreeMap<>(),
        List.of(),
        LATEST,
        "unranked",
        new Claimed(rater, null, clustered));
  }

  /// @param rater who decided, as the imported files say
  /// @param against the system that preferences compare with; absent for battles
  public record Claimed(String rater, @Nullable String against, boolean clustered) {}

  /// Whether its rows are systems, and not evaluators.
  boolean ranksSystems() {
    return claimed != null || settings.containsKey(EVALUATOR);
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
