package palmares.db.leaderboard;

import org.jooq.Condition;
import org.jooq.impl.DSL;
import palmares.db.exclusion.LeftOutRuns;

/// The condition under which organisers let a run stand on a board.
final class NotLeftOut {

  private NotLeftOut() {}

  /// That no exclusion concerns the run, in a statement over the tables `submission` and `run`.
  static Condition condition() {
    return DSL.condition("not " + LeftOutRuns.condition("submission", "run"));
  }
}
