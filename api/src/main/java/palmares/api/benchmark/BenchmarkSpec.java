package palmares.api.benchmark;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `benchmark.yaml` says, with defaults filled in. Stored as JSON with the published version.
///
/// @param categories weight by tag, in the order of the file; empty where examples count alike
/// @param evaluators keys (`id@version`)
/// @param mainMetric one of the evaluators
/// @param entryRule which of a system's submissions stands: `latest`, `best` or `chosen`
/// @param gaps `unranked`, `worst` or `bounds`
/// @param opponents whom judges of pairs compare a submission with; absent where there are none
/// @param visible the word of a [Visible]
public record BenchmarkSpec(
    String name,
    String version,
    String title,
    String description,
    Map<String, Double> categories,
    List<String> evaluators,
    String mainMetric,
    String entryRule,
    String gaps,
    String visible,
    @Nullable String licence,
    @Nullable Integer quotaPerDay,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    @Nullable Opponents opponents,
    List<BoardSpec> leaderboards) {

  public BenchmarkSpec {
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    evaluators = List.copyOf(evaluators);
    leaderboards = List.copyOf(leaderboards);
  }

  /// @param who `all`, `baselines`, or `named`
  /// @param systems names of the organiser's own systems, for `named`
  public record Opponents(String who, List<String> systems) {

    public Opponents {
      systems = List.copyOf(systems);
    }
  }

  /// @param evaluator the key to rank by, for methods that rank systems
  /// @param truth the key to compare with, for methods that rank evaluators
  public record BoardSpec(
      String id,
      String title,
      String method,
      @Nullable String evaluator,
      @Nullable String truth,
      Map<String, String> settings) {

    public BoardSpec {
      settings = Map.copyOf(settings);
    }
  }
}
