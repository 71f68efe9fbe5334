package palmares.db.battle;

import java.util.UUID;

/// A run whose responses are ready for a judge of pairs, and what decides whether it is met.
///
/// @param state of the run, in words
/// @param lacking whether responses are lacking by our own fault
/// @param own whether its system belongs to the team whose benchmark it is
public record Contender(
    long run,
    String state,
    int goldRevision,
    UUID submission,
    long submissionNo,
    boolean withdrawn,
    boolean leftOut,
    boolean lacking,
    boolean baseline,
    boolean chosen,
    UUID system,
    String name,
    boolean own) {

  /// Whether its battles can come to stand on a board.
  public boolean mayStand() {
    return isRanked() || state.equals("active");
  }

  public boolean isRanked() {
    return state.equals("complete") || state.equals("partial");
  }
}
