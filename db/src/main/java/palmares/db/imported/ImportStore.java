package palmares.db.imported;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.IMPORT;
import static palmares.db.schema.Tables.RATER;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;
import static palmares.db.schema.Tables.TEAM;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.job.RunSpec;
import palmares.db.job.RunState;
import palmares.db.job.Stage;

/// Imports: which files were taken, and the submissions and runs that stand for what is in them.
public final class ImportStore {

  private ImportStore() {}

  /// The report of the import with this digest.
  public static Optional<String> report(Tx tx, Sha256 digest) {
    return tx.sql()
        .select(IMPORT.REPORT)
        .from(IMPORT)
        .where(IMPORT.DIGEST.eq(digest))
        .fetchOptional(row -> row.value1().data());
  }

  /// Newest first, of versions that are not withdrawn.
  ///
  /// @param teams whose own benchmarks are listed beside the public ones
  /// @param all also those of every other team
  /// @param benchmark only its imports, if given
  /// @param before the number that the page before ended with
  public static List<ImportedListing> page(
      Tx tx,
      List<UUID> teams,
      boolean all,
      @Nullable String benchmark,
      @Nullable Long before,
      int limit) {
    return tx.sql()
        .select(IMPORT.NO, IMPORT.CREATED_AT, TEAM.NAME, IMPORT.REPORT)
        .from(IMPORT)
        .join(BENCHMARK_VERSION)
        .on(BENCHMARK_VERSION.ID.eq(IMPORT.BENCHMARK_VERSION_ID))
        .join(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID))
        .join(TEAM)
        .on(TEAM.ID.eq(BENCHMARK.TEAM_ID))
        .where(BENCHMARK_VERSION.STATE.ne("withdrawn"))
        .and(all ? noCondition() : BenchmarkStore.visibleTo(teams))
        .and(benchmark == null ? noCondition() : BENCHMARK.NAME.eq(benchmark))
        .and(before == null ? noCondition() : IMPORT.NO.lt(before))
        .orderBy(IMPORT.NO.desc())
        .limit(limit)
        .fetch(row ->
            new ImportedListing(row.value1(), row.value2(), row.value3(), row.value4().data()));
  }

  /// @return its number in the keys of battles
  public static long insert(Tx tx, NewImport made) {
    var pair = made.pair();
    return tx.sql()
        .insertInto(IMPORT)
        .set(IMPORT.ID, made.id())
        .set(IMPORT.KIND, made.kind())
        .set(IMPORT.DIGEST, made.digest())
        .set(IMPORT.BENCHMARK_VERSION_ID, made.benchmarkVersion())
        .set(IMPORT.RATER_ID, made.rater())
        .set(IMPORT.ACCOUNT_ID, made.account())
        .set(IMPORT.SOURCE_SHA256, made.source())
        .set(IMPORT.RUN_NO, pair == null ? null : pair.run())
        .set(IMPORT.RIGHT_NO, pair == null ? null : pair.right())
        .set(IMPORT.REPEAT, pair == null ? 0 : (short) pair.repeat())
        .set(IMPORT.TAKEN, made.taken())
        .set(IMPORT.REPORT, JSONB.valueOf(made.report()))
        .returningResult(IMPORT.NO)
        .fetchSingle()
        .value1();
  }

  /// The rater that an imported file names, made if it is new.
  public static int rater(Tx tx, String source) {
    tx.sql().insertInto(RATER, RATER.IMPORT_SOURCE).values(source).onConflictDoNothing().execute();
    return tx.sql()
        .select(RATER.ID)
        .from(RATER)
        .where(RATER.IMPORT_SOURCE.eq(source))
        .fetchSingle()
        .value1();
  }

  /// Submissions of a team's system to a benchmark version that are not withdrawn, newest first.
  public static List<Standing> submissions(Tx tx, UUID team, String system, UUID version) {
    return tx.sql()
        .select(SUBMISSION.ID, SUBMISSION.NO)
        .from(SUBMISSION)
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(SYSTEM_VERSION.SYSTEM_ID))
        .where(SYSTEM.TEAM_ID.eq(team))
        .and(SYSTEM.NAME.eq(system))
        .and(SUBMISSION.BENCHMARK_VERSION_ID.eq(version))
        .and(SUBMISSION.WITHDRAWN_AT.isNull())
        .orderBy(SUBMISSION.NO.desc())
        .fetch(row -> new Standing(row.value1(), row.value2()));
  }

  public record Standing(UUID id, long no) {}

  /// How many imports of preferences of this pair by this rater there are.
  public static int repeats(Tx tx, int rater, long left, long right) {
    return tx.sql()
        .select(count())
        .from(IMPORT)
        .join(RUN)
        .on(RUN.NO.eq(IMPORT.RUN_NO))
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .where(IMPORT.RATER_ID.eq(rater))
        .and(SUBMISSION.NO.eq(left))
        .and(IMPORT.RIGHT_NO.eq(right))
        .fetchSingle()
        .value1();
  }

  /// A run that has ended: there is nothing to do for what others measured.
  ///
  /// @param expected examples, or battles, that the submission takes part in
  /// @return its number
  public static long run(Tx tx, UUID submission, UUID team, UUID version, int expected) {
    var spec = new RunSpec(version, Math.max(1, expected), 1, null, List.of(), 1, 1);
    return tx.sql()
        .insertInto(RUN)
        .set(RUN.ID, UuidV7.next())
        .set(RUN.SUBMISSION_ID, submission)
        .set(RUN.BENCHMARK_VERSION_ID, version)
        .set(RUN.TEAM_ID, team)
        .set(RUN.SPEC, JSONB.valueOf(Json.canonical(spec)))
        .set(RUN.SPEC_DIGEST, Json.digest(spec))
        .set(RUN.STATE, RunState.COMPLETE.word())
        .set(RUN.STAGE, Stage.IMPORT.word())
        .set(RUN.OPEN_JOBS, 0)
        .set(RUN.EXPECTED, expected)
        .returningResult(RUN.NO)
        .fetchSingle()
        .value1();
  }
}
