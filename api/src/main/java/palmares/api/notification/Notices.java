package palmares.api.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.job.Run;
import palmares.db.job.RunState;
import palmares.db.notification.NewMessage;
import palmares.db.notification.NoticeStore;
import palmares.db.notification.OutboxStore;

/// Puts what happened into the outbox, in the transaction in which it happens: it is told if and
/// only if it did.
public final class Notices {

  /// Boards change often: what happens meanwhile is told by the same mail.
  static final Duration BOARD_MAIL_DELAY = Duration.ofMinutes(10);

  private Notices() {}

  /// @param failed jobs that were given up
  public static void runEnded(Tx tx, Run run, RunState end, int failed) {
    var submission = run.submission();
    // Nobody asked for a run of its own after an erratum: the board says what became of it.
    if (submission == null || run.rescoreOf() != null) {
      return;
    }
    var event = kind(end).word();
    var webhooks = NoticeStore.webhooks(tx, run.team(), event);
    var accounts = NoticeStore.submitter(tx, submission, event);
    if (webhooks.isEmpty() && accounts.isEmpty()) {
      return;
    }
    var said = NoticeStore.submission(tx, submission);
    said.put("run", run.id().toString());
    said.put("state", end.word());
    said.put("failedJobs", Integer.toString(failed));
    var message = new NewMessage(event, run.id(), Json.text(said), Duration.ZERO);
    webhooks.forEach(webhook -> OutboxStore.toWebhook(tx, webhook, message));
    accounts.forEach(account -> OutboxStore.toAccount(tx, account, message));
  }

  private static NoticeKind kind(RunState end) {
    return switch (end) {
      case COMPLETE, CANCELLED -> NoticeKind.RUN_ENDED;
      case PARTIAL, STOPPED -> NoticeKind.RUN_FAILED;
      case ACTIVE, CANCELLING, STOPPING -> throw new IllegalArgumentException("no end: " + end);
    };
  }

  /// To be called in the transaction that inserts the snapshot.
  public static void boardChanged(Tx tx, UUID leaderboard, UUID snapshot, long revision) {
    var event = NoticeKind.BOARD_CHANGED.word();
    var webhooks = NoticeStore.boardWebhooks(tx, leaderboard, event);
    var accounts = NoticeStore.boardSubmitters(tx, leaderboard, event);
    if (webhooks.isEmpty() && accounts.isEmpty()) {
      return;
    }
    var said = NoticeStore.leaderboard(tx, leaderboard);
    toWebhooks(tx, webhooks, snapshot, said, revision);
    // One mail for a board at a time: as long as one waits, it tells of this change too.
    var mail = new NewMessage(event, leaderboard, Json.text(said), BOARD_MAIL_DELAY);
    accounts.forEach(account -> OutboxStore.toAccount(tx, account, mail));
  }

  private static void toWebhooks(
      Tx tx, List<UUID> webhooks, UUID snapshot, Map<String, String> board, long revision) {
    var said = new java.util.LinkedHashMap<>(board);
    said.put("snapshot", snapshot.toString());
    said.put("revision", Long.toString(revision));
    var message =
        new NewMessage(NoticeKind.BOARD_CHANGED.word(), snapshot, Json.text(said), Duration.ZERO);
    webhooks.forEach(webhook -> OutboxStore.toWebhook(tx, webhook, message));
  }
}
