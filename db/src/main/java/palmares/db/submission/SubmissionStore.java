package palmares.db.submission;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.ANONYMOUS_NAME;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.RESPONSE;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;
import static palmares.db.schema.Tables.TEAM;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;
import palmares.db.system.AnonymousName;
import palmares.db.system.AnonymousNames;

/// Submissions. Where one stands follows from its newest run.
public final class SubmissionStore {

  private static final Field<Integer> RESPONSES =
      field(selectCount().from(RESPONSE).where(RESPONSE.SUBMISSION_NO.eq(SUBMISSION.NO)));

  private SubmissionStore() {}

  /// @return its number in the keys of responses
  public static long insert(Tx tx, NewSubmissionRow submission) {
    AnonymousNames.allot(tx, submission.benchmarkVersion(), submission.systemVersion());
    return tx.sql()
        .insertInto(SUBMISSION)
        .set(SUBMISSION.ID, submission.id())
        .set(SUBMISSION.TEAM_ID, submission.team())
        .set(SUBMISSION.ACCOUNT_ID, submission.account())
        .set(SUBMISSION.SYSTEM_VERSION_ID, submission.systemVersion())
        .set(SUBMISSION.BENCHMARK_VERSION_ID, submission.benchmarkVersion())
        .set(SUBMISSION.SOURCE_SHA256, submission.source())
        .set(SUBMISSION.BASELINE, submission.baseline())
        .set(SUBMISSION.PARTIAL, submission.partial())
        .set(SUBMISSION.EXPECTED, submission.expected())
        .returningResult(SUBMISSION.NO)
        .fetchSingle()
        .value1();
  }

  public static @Nullable SubmissionRow find(Tx tx, UUID id) {
    return select(tx).where(SUBMISSION.ID.eq(id)).fetchOne(SubmissionStore::row);
  }

  /// Which submissions are asked for; what is absent leaves nothing out.
  ///
  /// @param state of the newest run, or [#WITHDRAWN]
  public record Filter(
      @Nullable String benchmark,
      @Nullable String version,
      @Nullable String team,
      @Nullable String system,
      @Nullable String state) {

    public static final String WITHDRAWN = "withdrawn";

    /// @param teams the caller's: what is anonymous to the caller is not found by its team or name
    private Condition condition(List<UUID> teams, boolean all) {
      var known =
          all ? noCondition() : SYSTEM.PUBLISHED_AT.isNotNull().or(SUBMISSION.TEAM_ID.in(teams));
      return (benchmark == null ? noCondition() : BENCHMARK.NAME.eq(benchmark))
          .and(version == null ? noCondition() : BENCHMARK_VERSION.VERSION.eq(version))
          .and(team == null ? noCondition() : TEAM.NAME.eq(team).and(known))
          .and(system == null ? noCondition() : SYSTEM.NAME.containsIgnoreCase(system).and(known))
          .and(state == null ? noCondition() : inState(state));
    }

    private static Condition inState(String state) {
      return state.equals(WITHDRAWN)
          ? SUBMISSION.WITHDRAWN_AT.isNotNull()
          : SUBMISSION
              .WITHDRAWN_AT
              .isNull()
              .and(
                  field(
                          DSL.select(RUN.STATE)
                              .from(RUN)
                              .where(RUN.SUBMISSION_ID.eq(SUBMISSION.ID))
                              .orderBy(RUN.NO.desc())
                              .limit(1))
                      .eq(state));
    }
  }

  /// Submissions that a person may follow, newest first: of the person's teams, and to benchmarks
  /// of those teams.
  ///
  /// @param before the number that the page before ended with
  public static List<SubmissionRow> page(
      Tx tx, List<UUID> teams, boolean all, Filter filter, @Nullable Long before, int limit) {
    return select(tx)
        .where(all ? noCondition() : followedBy(teams))
        .and(filter.condition(teams, all))
        .and(before == null ? noCondition() : SUBMISSION.NO.lt(before))
        .orderBy(SUBMISSION.NO.desc())
        .limit(limit)
        .fetch(SubmissionStore::row);
  }

  private static Condition followedBy(List<UUID> teams) {
    return SUBMISSION.TEAM_ID.in(teams).or(BENCHMARK.TEAM_ID.in(teams));
  }

  /// For whoever holds its newest run, as whoever withdraws does.
  public static boolean isWithdrawn(Tx tx, UUID id) {
    return tx.sql()
        .fetchExists(SUBMISSION, SUBMISSION.ID.eq(id).and(SUBMISSION.WITHDRAWN_AT.isNotNull()));
  }

  /// @return false if it was withdrawn before
  public static boolean withdraw(Tx tx, UUID id) {
    return tx.sql()
            .update(SUBMISSION)
            .set(SUBMISSION.WITHDRAWN_AT, DatabaseClock.now())
            .where(SUBMISSION.ID.eq(id))
            .and(SUBMISSION.WITHDRAWN_AT.isNull())
            .execute()
        == 1;
  }

  /// Has a submission stand for its system on boards whose entry rule is `chosen`, in place of any
  /// that was chosen before. Of two choices for a system one waits for the other.
  public static void choose(Tx tx, UUID id) {
    tx.sql()
        .execute(
            """
            select from system s
            join system_version v on v.system_id = s.id
            join submission c on c.system_version_id = v.id
            where c.id = {0} for update of s
            """,
            val(id));
    tx.sql()
        .execute(
            """
            update submission s set chosen_at = case when s.id = {0} then clock_timestamp() end
            from submission c
            join system_version cv on cv.id = c.system_version_id
            join system_version v on v.system_id = cv.system_id
            where c.id = {0} and s.system_version_id = v.id
              and s.benchmark_version_id = c.benchmark_version_id
              and (s.id = {0} or s.chosen_at is not null)
            """,
            val(id));
  }

  private static SelectOnConditionStep<Record> select(Tx tx) {
    return tx.sql()
        .select(SUBMISSION.fields())
        .select(TEAM.NAME, BENCHMARK.TEAM_ID, BENCHMARK.NAME)
        .select(BENCHMARK_VERSION.VERSION, BENCHMARK_VERSION.VISIBLE, BENCHMARK_VERSION.ENTRY_RULE)
        .select(SYSTEM.ID, SYSTEM.NAME, SYSTEM.PUBLISHED_AT, ANONYMOUS_NAME.NO)
        .select(SYSTEM_VERSION.KIND, RESPONSES)
        .select(SYSTEM_VERSION.VERSION, SYSTEM_VERSION.SPEC)
        .from(SUBMISSION)
        .join(TEAM)
        .on(TEAM.ID.eq(SUBMISSION.TEAM_ID))
        .join(BENCHMARK_VERSION)
        .on(BENCHMARK_VERSION.ID.eq(SUBMISSION.BENCHMARK_VERSION_ID))
        .join(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(SYSTEM_VERSION.SYSTEM_ID))
        .leftJoin(ANONYMOUS_NAME)
        .on(ANONYMOUS_NAME.BENCHMARK_VERSION_ID.eq(SUBMISSION.BENCHMARK_VERSION_ID))
        .and(ANONYMOUS_NAME.SYSTEM_ID.eq(SYSTEM.ID));
  }

  private static SubmissionRow row(Record row) {
    return new SubmissionRow(
        row.get(SUBMISSION.ID),
        row.get(SUBMISSION.NO),
        row.get(SUBMISSION.TEAM_ID),
        row.get(TEAM.NAME),
        row.get(BENCHMARK.TEAM_ID),
        row.get(SUBMISSION.BENCHMARK_VERSION_ID),
        row.get(BENCHMARK.NAME),
        row.get(BENCHMARK_VERSION.VERSION),
        row.get(BENCHMARK_VERSION.VISIBLE),
        row.get(BENCHMARK_VERSION.ENTRY_RULE),
        row.get(SYSTEM.ID),
        row.get(SYSTEM.NAME),
        row.get(SYSTEM.PUBLISHED_AT) == null
            ? AnonymousName.text(row.get(ANONYMOUS_NAME.NO))
            : null,
        row.get(SYSTEM_VERSION.KIND),
        row.get(SYSTEM_VERSION.VERSION),
        row.get(SYSTEM_VERSION.SPEC).data(),
        row.get(SUBMISSION.BASELINE),
        row.get(SUBMISSION.EXPECTED),
        row.get(RESPONSES),
        row.get(SUBMISSION.SUBMITTED_AT),
        row.get(SUBMISSION.WITHDRAWN_AT),
        row.get(SUBMISSION.CHOSEN_AT));
  }
}
