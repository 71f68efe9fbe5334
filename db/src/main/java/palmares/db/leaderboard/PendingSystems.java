package palmares.db.leaderboard;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static palmares.db.schema.Tables.GOLD_DOCUMENT;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;

import java.util.List;
import java.util.UUID;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import palmares.db.Tx;

/// What a leaderboard waits for.
public final class PendingSystems {

  private PendingSystems() {}

  /// Systems that a board under this revision of the gold waits for: a run has not ended, or what
  /// has ended was scored under another revision. A run that scores again under a later one keeps
  /// nobody waiting here.
  public static List<Pending> of(Tx tx, UUID benchmarkVersionId, int goldRevision) {
    var running =
        systems(tx, benchmarkVersionId)
            .and(RUN.STATE.in("active", "cancelling", "stopping"))
            .and(RUN.RESCORE_OF.isNull().or(RUN.GOLD_REVISION.eq(goldRevision)));
    // Boards are read often: all ended runs are looked at only where there is another revision.
    var scoredElsewhere =
        systems(tx, benchmarkVersionId)
            .and(exists(laterGold(benchmarkVersionId)))
            .and(RUN.STATE.in("complete", "partial"))
            .and(SUBMISSION.WITHDRAWN_AT.isNull())
            .andNot(exists(endedLater()))
            .and(NotLeftOut.condition())
            .andNot(exists(ended(goldRevision)));
    return running.union(scoredElsewhere).fetch(row -> new Pending(row.value1(), row.value2()));
  }

  private static SelectConditionStep<Record2<UUID, String>> systems(
      Tx tx, UUID benchmarkVersionId) {
    return tx.sql()
        .select(SYSTEM.ID, SYSTEM.NAME)
        .from(RUN)
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(SYSTEM_VERSION.SYSTEM_ID))
        .where(RUN.BENCHMARK_VERSION_ID.eq(benchmarkVersionId));
  }

  private static Select<?> laterGold(UUID benchmarkVersionId) {
    return selectOne()
        .from(GOLD_DOCUMENT)
        .where(GOLD_DOCUMENT.VERSION_ID.eq(benchmarkVersionId))
        .and(GOLD_DOCUMENT.REVISION.gt(1));
  }

  /// Runs of the submission at hand that have ended and are newer than the run at hand.
  private static Select<?> endedLater() {
    var later = RUN.as("later");
    return selectOne()
        .from(later)
        .where(later.SUBMISSION_ID.eq(SUBMISSION.ID))
        .and(later.STATE.in("complete", "partial"))
        .and(later.NO.gt(RUN.NO));
  }

  /// Runs of the submission at hand that have ended under this revision.
  private static Select<?> ended(int goldRevision) {
    var same = RUN.as("same");
    return selectOne()
        .from(same)
        .where(same.SUBMISSION_ID.eq(SUBMISSION.ID))
        .and(same.STATE.in("complete", "partial"))
        .and(same.GOLD_REVISION.eq(goldRevision));
  }

  /// A system that a board waits for.
  public record Pending(UUID system, String name) {}
}
