package palmares.db.leaderboard;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static palmares.db.schema.Tables.BENCHMARK_EXAMPLE;
import static palmares.db.schema.Tables.EVALUATOR_VERSION;
import static palmares.db.schema.Tables.JOB;
import static palmares.db.schema.Tables.RESPONSE;
import static palmares.db.schema.Tables.REWARD;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SCORE;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// What a leaderboard is built from. All of it is read in one transaction that sees one moment.
public final class BoardEvidence {

  private static final int ROWS_AT_A_TIME = 10_000;
  private static final short FIRST = 0;

  private static final Field<String> EVALUATOR_KEY =
      concat(
          EVALUATOR_VERSION.EVALUATOR,
          org.jooq.impl.DSL.inline("@"),
          EVALUATOR_VERSION.VERSION.cast(SQLDataType.VARCHAR));

  /// Submissions whose newest run under this revision of the gold has ended and that nothing leaves
  /// out: by system, newest submission first.
  public List<Entry> entries(Tx tx, UUID benchmarkVersionId, int goldRevision) {
    var newer = RUN.as("newer");
    return tx.sql()
        .select(
            SYSTEM.ID,
            SYSTEM.NAME,
            SUBMISSION.ID,
            SUBMISSION.NO,
            RUN.ID,
            RUN.NO,
            RUN.STATE.eq("complete"),
            SUBMISSION.CHOSEN_AT.isNotNull())
        .from(RUN)
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(SYSTEM_VERSION.SYSTEM_ID))
        .where(RUN.BENCHMARK_VERSION_ID.eq(benchmarkVersionId))
        .and(RUN.GOLD_REVISION.eq(goldRevision))
        .and(RUN.STATE.in("complete", "partial"))
        .and(SUBMISSION.WITHDRAWN_AT.isNull())
        .and(
            notExists(
                selectOne()
                    .from(newer)
                    .where(newer.SUBMISSION_ID.eq(SUBMISSION.ID))
                    .and(newer.STATE.in("complete", "partial"))
                    .and(newer.GOLD_REVISION.eq(goldRevision))
                    .and(newer.NO.gt(RUN.NO))))
        .and(NotLeftOut.condition())
        .orderBy(SYSTEM.ID, SUBMISSION.SUBMITTED_AT.desc(), SUBMISSION.ID.desc())
        .fetch(row ->
            new Entry(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8()));
  }

  /// The revisions of the gold that runs were scored under.
  public Set<Integer> goldRevisions(Tx tx, Collection<Long> runs) {
    return tx.sql()
        .selectDistinct(RUN.GOLD_REVISION)
        .from(RUN)
        .where(RUN.NO.eq(any(longs(runs))))
        .fetchSet(RUN.GOLD_REVISION);
  }

  /// What these runs are, by their number: system, submission and run as they stand in a snapshot.
  public Map<Long, Ranked> ranked(Tx tx, Collection<Long> runs) {
    return tx.sql()
        .select(
            RUN.NO,
            SYSTEM_VERSION.SYSTEM_ID,
            SUBMISSION.ID,
            SUBMISSION.NO,
            RUN.ID,
            RUN.STATE.eq("complete"))
        .from(RUN)
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .where(RUN.NO.eq(any(longs(runs))))
        .fetchMap(
            RUN.NO,
            row ->
                new Ranked(row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
  }

  /// Examples of a version by ordinal.
  public List<ExampleTags> examples(Tx tx, UUID benchmarkVersionId) {
    return tx.sql()
        .select(
            BENCHMARK_EXAMPLE.ORDINAL,
            BENCHMARK_EXAMPLE.NAME,
            BENCHMARK_EXAMPLE.SPLIT,
            BENCHMARK_EXAMPLE.TAGS)
        .from(BENCHMARK_EXAMPLE)
        .where(BENCHMARK_EXAMPLE.VERSION_ID.eq(benchmarkVersionId))
        .orderBy(BENCHMARK_EXAMPLE.ORDINAL)
        .fetch(row ->
            new ExampleTags(row.value1(), row.value2(), row.value3(), List.of(row.value4())));
  }

  /// The evaluator versions of these keys (`id@version`) that have evidence in these runs.
  public List<EvaluatorOfBoard> evaluators(Tx tx, Collection<String> keys, Collection<Long> runs) {
    return tx.sql()
        .select(
            EVALUATOR_VERSION.ID,
            EVALUATOR_KEY,
            EVALUATOR_VERSION.KIND,
            EVALUATOR_VERSION.FLOOR,
            EVALUATOR_VERSION.CEILING)
        .from(EVALUATOR_VERSION)
        .where(EVALUATOR_KEY.in(keys))
        .and(
            EVALUATOR_VERSION.ID.in(
                tx.sql()
                    .select(SCORE.EVALUATOR_VERSION_ID)
                    .from(SCORE)
                    .where(SCORE.RUN_NO.eq(any(longs(runs))))
                    .union(
                        tx.sql()
                            .select(REWARD.EVALUATOR_VERSION_ID)
                            .from(REWARD)
                            .where(REWARD.RUN_NO.eq(any(longs(runs)))))))
        .orderBy(EVALUATOR_VERSION.ID)
        .fetch(row ->
            new EvaluatorOfBoard(
                row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /// Streams scores and rewards of the first sample, gaps included, in no particular order.
  public void cells(
      Tx tx, Collection<Long> runs, Collection<Integer> evaluators, CellReader reader) {
    var scores =
        tx.sql()
            .select(
                SCORE.RUN_NO, SCORE.EVALUATOR_VERSION_ID, SCORE.ORDINAL, SCORE.VALUE, SCORE.CAUSE)
            .from(SCORE)
            .where(SCORE.RUN_NO.eq(any(longs(runs))))
            .and(SCORE.EVALUATOR_VERSION_ID.eq(any(evaluators.toArray(Integer[]::new))))
            .and(SCORE.SAMPLE.eq(FIRST))
            .and(SCORE.UNIT.eq(FIRST));
    var rewards =
        tx.sql()
            .select(
                REWARD.RUN_NO,
                REWARD.EVALUATOR_VERSION_ID,
                REWARD.ORDINAL,
                REWARD.VALUE,
                REWARD.CAUSE)
            .from(REWARD)
            .where(REWARD.RUN_NO.eq(any(longs(runs))))
            .and(REWARD.EVALUATOR_VERSION_ID.eq(any(evaluators.toArray(Integer[]::new))))
            .and(REWARD.SAMPLE.eq(FIRST))
            .and(REWARD.UNIT.eq(FIRST));
    try (var rows = scores.unionAll(rewards).fetchSize(ROWS_AT_A_TIME).fetchLazy()) {
      for (var row : rows) {
        reader.cell(row.value1(), row.value2(), row.value3(), row.value4());
      }
    }
  }

  /// Mean value of every evaluator for each run, over what it has a value for, without these
  /// ordinals.
  public List<Mean> means(Tx tx, Collection<Long> runs, Collection<Integer> without) {
    var scores =
        tx.sql()
            .select(SCORE.RUN_NO, SCORE.EVALUATOR_VERSION_ID, avg(SCORE.VALUE), count(SCORE.VALUE))
            .from(SCORE)
            .where(SCORE.RUN_NO.eq(any(longs(runs))))
            .and(SCORE.ORDINAL.notIn(without))
            .groupBy(SCORE.RUN_NO, SCORE.EVALUATOR_VERSION_ID)
            .having(count(SCORE.VALUE).gt(0));
    var rewards =
        tx.sql()
            .select(
                REWARD.RUN_NO, REWARD.EVALUATOR_VERSION_ID, avg(REWARD.VALUE), count(REWARD.VALUE))
            .from(REWARD)
            .where(REWARD.RUN_NO.eq(any(longs(runs))))
            .and(REWARD.ORDINAL.notIn(without))
            .groupBy(REWARD.RUN_NO, REWARD.EVALUATOR_VERSION_ID)
            .having(count(REWARD.VALUE).gt(0));
    var means = scores.unionAll(rewards).asTable("m", "run_no", "evaluator", "mean", "n");
    return tx.sql()
        .select(
            means.field("run_no", Long.class),
            EVALUATOR_KEY,
            means.field("mean", Double.class),
            means.field("n", Integer.class))
        .from(means)
        .join(EVALUATOR_VERSION)
        .on(EVALUATOR_VERSION.ID.eq(means.field("evaluator", Integer.class)))
        .fetch(row -> new Mean(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /// Mean length in code points of what was answered, for each run. Responses where a job of the
  /// run gave none are left out: a later run of the submission may have added them. So are those of
  /// these ordinals.
  public Map<Long, Double> lengths(Tx tx, Collection<Long> runs, Collection<Integer> without) {
    return tx
        .sql()
        .select(RUN.NO, avg(RESPONSE.CHARS).cast(SQLDataType.DOUBLE))
        .from(RUN)
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .join(RESPONSE)
        .on(RESPONSE.SUBMISSION_NO.eq(SUBMISSION.NO))
        .where(RUN.NO.eq(any(longs(runs))))
        .and(RESPONSE.CHARS.gt(0))
        .and(RESPONSE.ORDINAL.notIn(without))
        .and(RUN.STATE.eq("complete").or(notExists(unfinished())))
        .groupBy(RUN.NO)
        .fetch()
        .stream()
        .collect(Collectors.toMap(row -> row.value1(), row -> row.value2()));
  }

  /// Jobs of the run at hand that were to give the response at hand and were not done.
  private static Select<?> unfinished() {
    return selectOne()
        .from(JOB)
        .where(JOB.RUN_ID.eq(RUN.ID))
        .and(JOB.STAGE.eq("generate"))
        .and(JOB.STATE.ne("done"))
        .and(RESPONSE.ORDINAL.between(JOB.FIRST_ORDINAL, JOB.LAST_ORDINAL));
  }

  /// One array parameter instead of one parameter for each run: a statement takes 65,535 at most.
  private static Long[] longs(Collection<Long> numbers) {
    return numbers.toArray(Long[]::new);
  }

  /// @param complete false when jobs of the run failed
  public record Ranked(
      UUID system, UUID submission, long submissionNo, UUID run, boolean complete) {}

  /// @param tags the categories the example counts in
  public record ExampleTags(int ordinal, String name, String split, List<String> tags) {}

  /// @param floor and `ceiling`: absent for reward models
  public record EvaluatorOfBoard(
      int id, String key, String kind, @Nullable Double floor, @Nullable Double ceiling) {}

  public record Mean(long runNo, String evaluator, double value, int examples) {}

  @FunctionalInterface
  public interface CellReader {
    /// @param value null where the candidate gave none
    void cell(long runNo, int evaluator, int ordinal, @Nullable Double value);
  }
}
