package palmares.db.leaderboard;

import java.util.Map;
import palmares.db.Sha256;

/// What a build needs to know of the benchmark version.
///
/// @param categories weight by category
public record BoardVersion(Sha256 digest, Map<String, Double> categories) {

  public BoardVersion {
    categories = Map.copyOf(categories);
  }
}
