package palmares.db.identity;

import java.util.List;
import java.util.UUID;

/// What a worker's token is good for.
///
/// @param pool the name of those that work under it
/// @param jobKinds of the jobs that it may take; empty for all
/// @param teams whose jobs it may take; empty for all, which makes it one of the operator's pools
public record Reach(String pool, List<String> jobKinds, List<UUID> teams) {

  public Reach {
    jobKinds = List.copyOf(jobKinds);
    teams = List.copyOf(teams);
    if (pool.isBlank()) {
      throw new IllegalArgumentException("a pool must have a name");
    }
  }

  /// A pool of the operator's, which may take whatever there is.
  public static Reach everything(String pool) {
    return new Reach(pool, List.of(), List.of());
  }

  /// Whether what its workers say holds for everyone, and private gold may go to them.
  public boolean isOperators() {
    return teams.isEmpty();
  }
}
