package palmares.db.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of an evaluator that a worker has ever offered.
///
/// @param summary what it is, in words; empty while no worker has said
/// @param floor and `ceiling`: the range of a metric
/// @param workers names of the live ones that offer it
public record EvaluatorListing(
    String evaluator,
    int version,
    String kind,
    String summary,
    @Nullable Double floor,
    @Nullable Double ceiling,
    List<String> workers) {

  public EvaluatorListing {
    workers = List.copyOf(workers);
  }

  public String key() {
    return evaluator + "@" + version;
  }
}
