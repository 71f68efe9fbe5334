package palmares.db.leaderboard;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.BATTLE;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.IMPORT;
import static palmares.db.schema.Tables.PREFERENCE;
import static palmares.db.schema.Tables.RATER;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import palmares.db.Tx;

/// What a leaderboard of imported evidence is built from.
public final class ClaimedEvidence {

  private static final int ROWS_AT_A_TIME = 10_000;

  /// Submissions with preferences of this rater against this system: by system, newest import
  /// first.
  public List<Entry> entries(Tx tx, UUID benchmarkVersionId, String rater, String against) {
    var right = SUBMISSION.as("right_submission");
    var rightVersion = SYSTEM_VERSION.as("right_version");
    var rightSystem = SYSTEM.as("right_system");
    return tx.sql()
        .select(SYSTEM.ID, SYSTEM.NAME, SUBMISSION.ID, SUBMISSION.NO, RUN.ID, RUN.NO)
        .from(IMPORT)
        .join(RATER)
        .on(RATER.ID.eq(IMPORT.RATER_ID))
        .join(RUN)
        .on(RUN.NO.eq(IMPORT.RUN_NO))
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(SYSTEM_VERSION.SYSTEM_ID))
        .join(right)
        .on(right.NO.eq(IMPORT.RIGHT_NO))
        .join(rightVersion)
        .on(rightVersion.ID.eq(right.SYSTEM_VERSION_ID))
        .join(rightSystem)
        .on(rightSystem.ID.eq(rightVersion.SYSTEM_ID))
        .where(IMPORT.BENCHMARK_VERSION_ID.eq(benchmarkVersionId))
        .and(RATER.IMPORT_SOURCE.eq(rater))
        .and(rightSystem.NAME.eq(against))
        .and(SUBMISSION.WITHDRAWN_AT.isNull())
        .and(NotLeftOut.condition())
        .orderBy(SYSTEM.ID, IMPORT.NO.desc())
        .fetch(row ->
            new Entry(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                true,
                false));
  }

  /// Streams the preferences of the imports that these runs stand for, in no particular order.
  public void preferences(Tx tx, Collection<Long> runs, PreferenceReader reader) {
    try (var rows =
        tx.sql()
            .select(RUN.NO, PREFERENCE.ORDINAL, PREFERENCE.PROBABILITY)
            .from(IMPORT)
            .join(RUN)
            .on(RUN.NO.eq(IMPORT.RUN_NO))
            .join(SUBMISSION)
            .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
            .join(BENCHMARK_VERSION)
            .on(BENCHMARK_VERSION.ID.eq(IMPORT.BENCHMARK_VERSION_ID))
            .join(PREFERENCE)
            .on(PREFERENCE.RATER_ID.eq(IMPORT.RATER_ID))
            .and(PREFERENCE.VERSION_NO.eq(BENCHMARK_VERSION.NO))
            .and(PREFERENCE.LEFT_NO.eq(SUBMISSION.NO))
            .and(PREFERENCE.RIGHT_NO.eq(IMPORT.RIGHT_NO))
            .and(PREFERENCE.REPEAT.eq(IMPORT.REPEAT))
            .where(IMPORT.RUN_NO.eq(any(runs.toArray(Long[]::new))))
            .and(PREFERENCE.PROBABILITY.isNotNull())
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      for (var row : rows) {
        reader.preference(row.value1(), row.value2(), row.value3());
      }
    }
  }

  /// Streams the battles between these submissions, in the order in which they were told.
  public void battles(
      Tx tx, UUID benchmarkVersionId, Collection<Long> submissions, BattleReader reader) {
    var numbers = val(submissions.toArray(Long[]::new));
    try (var rows =
        tx.sql()
            .select(BATTLE.LEFT_NO, BATTLE.RIGHT_NO, BATTLE.OUTCOME, BATTLE.WEIGHT, BATTLE.CLUSTER)
            .from(BATTLE)
            .join(BENCHMARK_VERSION)
            .on(BENCHMARK_VERSION.NO.eq(BATTLE.VERSION_NO))
            .where(BENCHMARK_VERSION.ID.eq(benchmarkVersionId))
            .and(BATTLE.SOURCE_KIND.eq("import"))
            .and(BATTLE.LEFT_NO.eq(any(numbers)))
            .and(BATTLE.RIGHT_NO.eq(any(numbers)))
            .orderBy(BATTLE.SOURCE_ID)
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      for (var row : rows) {
        reader.battle(row.value1(), row.value2(), row.value3(), row.value4(), row.value5());
      }
    }
  }

  /// How alike the responses of each submission are to each other.
  public Map<Long, Sameness> sameness(Tx tx, Collection<Long> submissions) {
    return tx
        .sql()
        .fetch(
            """
            select submission_no, sum(times)::int as responses, count(*)::int as different,
              max(times)::int as most
            from (select submission_no, count(*) as times from response
              where submission_no = any({0})
              group by submission_no, coalesce(text, encode(blob_sha256, 'hex'))) as texts
            group by submission_no
            """,
            val(submissions.toArray(Long[]::new)))
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.get("submission_no", Long.class),
                row ->
                    new Sameness(
                        row.get("responses", Integer.class),
                        row.get("different", Integer.class),
                        row.get("most", Integer.class))));
  }

  /// @param different how many different texts there are among the responses
  /// @param most how many responses are the text that is given most often
  public record Sameness(int responses, int different, int most) {}

  @FunctionalInterface
  public interface PreferenceReader {
    /// @param probability that the submission of the run is preferred
    void preference(long runNo, int ordinal, double probability);
  }

  @FunctionalInterface
  public interface BattleReader {
    /// @param left and `right`: numbers of submissions
    void battle(long left, long right, double outcome, double weight, long cluster);
  }
}
