package palmares.db.leaderboard;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static palmares.db.schema.Tables.EXCLUSION;
import static palmares.db.schema.Tables.EXCLUSION_LIFT;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;

import org.jooq.Condition;
import org.jooq.impl.SQLDataType;

/// The condition under which organisers let a run stand on a board.
final class NotLeftOut {

  private NotLeftOut() {}

  /// That no exclusion names the run or its submission.
  static Condition condition() {
    return notExists(
        selectOne()
            .from(EXCLUSION)
            .where(EXCLUSION.KIND.in("run", "submission"))
            .and(
                notExists(
                    selectOne()
                        .from(EXCLUSION_LIFT)
                        .where(EXCLUSION_LIFT.EXCLUSION_ID.eq(EXCLUSION.ID))))
            .and(
                EXCLUSION.SUBJECT.in(
                    RUN.ID.cast(SQLDataType.VARCHAR), SUBMISSION.ID.cast(SQLDataType.VARCHAR))));
  }
}
