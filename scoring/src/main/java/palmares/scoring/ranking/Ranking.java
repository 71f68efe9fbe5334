package palmares.scoring.ranking;

import java.util.List;

/// All ratings by one method, best first, then the unranked.
///
/// @param method the method as `id@version`
/// @param settings everything the numbers depend on beside the evidence, defaults included
/// @param notes what a reader must know, such as "order-dependent" or "interval ignores clusters"
public record Ranking(
    String method, Settings settings, List<Rating> ratings, Fit fit, List<String> notes) {

  public Ranking {
    ratings = List.copyOf(ratings);
    notes = List.copyOf(notes);
  }
}
