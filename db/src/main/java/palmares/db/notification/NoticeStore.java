package palmares.db.notification;

import static org.jooq.impl.DSL.selectOne;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.LEADERBOARD;
import static palmares.db.schema.Tables.MAIL_ADDRESS;
import static palmares.db.schema.Tables.MEMBERSHIP;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.WEBHOOK;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import palmares.db.Tx;

/// Who is to be told of what, and what is said of it.
public final class NoticeStore {

  private NoticeStore() {}

  /// Webhooks of a team that want to know of an event.
  public static List<UUID> webhooks(Tx tx, UUID team, String event) {
    return tx.sql()
        .select(WEBHOOK.ID)
        .from(WEBHOOK)
        .where(WEBHOOK.TEAM_ID.eq(team))
        .and(wants(event))
        .fetch(WEBHOOK.ID);
  }

  /// The account behind a submission, if it wants mail of an event.
  public static List<UUID> submitter(Tx tx, UUID submission, String event) {
    return tx.sql()
        .select(MAIL_ADDRESS.ACCOUNT_ID)
        .from(SUBMISSION)
        .join(MAIL_ADDRESS)
        .on(MAIL_ADDRESS.ACCOUNT_ID.eq(SUBMISSION.ACCOUNT_ID))
        .where(SUBMISSION.ID.eq(submission))
        .and(getsMail(event))
        .fetch(MAIL_ADDRESS.ACCOUNT_ID);
  }

  /// Webhooks of the teams that a leaderboard concerns: the one whose benchmark it is, and those
  /// with a submission on it, as long as they may see it.
  public static List<UUID> boardWebhooks(Tx tx, UUID leaderboard, String event) {
    return tx.sql()
        .select(WEBHOOK.ID)
        .from(WEBHOOK)
        .where(wants(event))
        .andExists(
            selectOne()
                .from(LEADERBOARD)
                .join(BENCHMARK_VERSION)
                .on(BENCHMARK_VERSION.ID.eq(LEADERBOARD.BENCHMARK_VERSION_ID))
                .join(BENCHMARK)
                .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID))
                .where(LEADERBOARD.ID.eq(leaderboard))
                .and(
                    BENCHMARK
                        .TEAM_ID
                        .eq(WEBHOOK.TEAM_ID)
                        .or(
                            BENCHMARK
                                .VISIBILITY
                                .eq("public")
                                .and(
                                    DSL.exists(
                                        selectOne()
                                            .from(SUBMISSION)
                                            .where(
                                                SUBMISSION.BENCHMARK_VERSION_ID.eq(
                                                    BENCHMARK_VERSION.ID))
                                            .and(SUBMISSION.TEAM_ID.eq(WEBHOOK.TEAM_ID))
                                            .and(SUBMISSION.WITHDRAWN_AT.isNull()))))))
        .fetch(WEBHOOK.ID);
  }

  /// Accounts that have a submission on a leaderboard, may see it and want mail of it.
  public static List<UUID> boardSubmitters(Tx tx, UUID leaderboard, String event) {
    return tx.sql()
        .selectDistinct(MAIL_ADDRESS.ACCOUNT_ID)
        .from(MAIL_ADDRESS)
        .join(SUBMISSION)
        .on(SUBMISSION.ACCOUNT_ID.eq(MAIL_ADDRESS.ACCOUNT_ID))
        .join(LEADERBOARD)
        .on(LEADERBOARD.BENCHMARK_VERSION_ID.eq(SUBMISSION.BENCHMARK_VERSION_ID))
        .join(BENCHMARK_VERSION)
        .on(BENCHMARK_VERSION.ID.eq(LEADERBOARD.BENCHMARK_VERSION_ID))
        .join(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID))
        .where(LEADERBOARD.ID.eq(leaderboard))
        .and(SUBMISSION.WITHDRAWN_AT.isNull())
        .and(getsMail(event))
        .and(
            BENCHMARK
                .VISIBILITY
                .eq("public")
                .or(
                    DSL.exists(
                        selectOne()
                            .from(MEMBERSHIP)
                            .where(MEMBERSHIP.TEAM_ID.eq(BENCHMARK.TEAM_ID))
                            .and(MEMBERSHIP.ACCOUNT_ID.eq(MAIL_ADDRESS.ACCOUNT_ID)))))
        .fetch(MAIL_ADDRESS.ACCOUNT_ID);
  }

  private static Condition wants(String event) {
    return WEBHOOK.ACTIVE.isTrue().and(WEBHOOK.EVENTS.contains(new String[] {event}));
  }

  private static Condition getsMail(String event) {
    return MAIL_ADDRESS
        .CONFIRMED_AT
        .isNotNull()
        .and(MAIL_ADDRESS.EVENTS.contains(new String[] {event}));
  }

  /// What a submission is of.
  public static Map<String, String> submission(Tx tx, UUID id) {
    return tx.sql()
        .select(
            SUBMISSION.team().NAME,
            SUBMISSION.systemVersion().system().NAME,
            SUBMISSION.benchmarkVersion().benchmark().NAME,
            SUBMISSION.benchmarkVersion().VERSION)
        .from(SUBMISSION)
        .where(SUBMISSION.ID.eq(id))
        .fetchSingle(row ->
            said(
                "submission", id.toString(),
                "team", row.value1(),
                "system", row.value2(),
                "benchmark", row.value3(),
                "version", row.value4()));
  }

  /// What a leaderboard is of.
  public static Map<String, String> leaderboard(Tx tx, UUID id) {
    return tx.sql()
        .select(
            LEADERBOARD.NAME,
            LEADERBOARD.TITLE,
            LEADERBOARD.benchmarkVersion().benchmark().NAME,
            LEADERBOARD.benchmarkVersion().VERSION)
        .from(LEADERBOARD)
        .where(LEADERBOARD.ID.eq(id))
        .fetchSingle(row ->
            said(
                "leaderboard", id.toString(),
                "name", row.value1(),
                "title", row.value2(),
                "benchmark", row.value3(),
                "version", row.value4()));
  }

  private static Map<String, String> said(String... pairs) {
    var said = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      said.put(pairs[i], pairs[i + 1]);
    }
    return said;
  }
}
