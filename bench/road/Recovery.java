package road;

import static org.awaitility.Awaitility.await;
import static road.Times.shown;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// From the end of the lease of a job whose worker was killed to the moment when another has the
/// job.
final class Recovery {

  private static final int KILLS = 6;

  /// Eight shards of twenty each, so that a slot is free again within a second or so.
  private static final int EXAMPLES = 160;

  /// More than is done before the last kill.
  private static final int SUBMISSIONS = 40;

  private static final Duration TARGET = Duration.ofSeconds(10);

  private Recovery() {}

  /// A job that a killed worker held, and when its lease ended.
  private record Lost(UUID job, Instant leaseEnd) {}

  static List<Figure> measure(Platform platform) throws Exception {
    platform.publish("recovery", EXAMPLES, "minilm-to-reference@1");
    var submissions = new ArrayList<UUID>();
    for (var i = 0; i < SUBMISSIONS; i++) {
      var system = i;
      var body =
          Platform.responses(
              EXAMPLES,
              k -> "system %d says of %d ".formatted(system, k) + "and so on ".repeat(30));
      submissions.add(Platform.submit(platform.admin(), "recovery", "s" + i, body));
    }
    var lost = new ArrayList<Lost>();
    for (var i = 0; i < KILLS; i++) {
      lost.addAll(kill(platform, i % Platform.WORKERS));
    }
    var freed = new ArrayList<Duration>();
    var recovered = new ArrayList<Duration>();
    for (var each : lost) {
      var again = again(platform.ledger(), each);
      freed.add(Duration.between(each.leaseEnd, again.freed));
      recovered.add(Duration.between(each.leaseEnd, again.taken));
    }
    for (var submission : submissions) {
      cancelUnlessEnded(platform, submission);
    }
    platform.awaitIdle();
    return List.of(figure(new Times(recovered), new Times(freed), lost.size()));
  }

  private static Figure figure(Times times, Times freed, int jobs) {
    return new Figure(
        "killed worker's job runs again after its lease, worst of " + jobs,
        "< " + shown(TARGET),
        shown(times.worst()),
        "median %s; taken from the dead after %s at worst; %d kills"
            .formatted(shown(times.median()), shown(freed.worst()), KILLS),
        times.worst().compareTo(TARGET) < 0);
  }

  private static List<Lost> kill(Platform platform, int index) throws Exception {
    var worker = platform.deployment().worker(index);
    var name = "road-worker-" + (index + 1);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(60))
        .until(() -> !held(platform.ledger(), name).isEmpty());
    worker.kill();
    var lost = held(platform.ledger(), name);
    worker.start();
    return lost;
  }

  /// What the newest worker of that name holds; nobody renews the leases of a dead one.
  private static List<Lost> held(Ledger ledger, String worker) throws SQLException {
    return ledger.read(
        """
        select id, due_at from job where state = 'claimed' and worker_id = (
          select id from worker where name = ? order by registered_at desc limit 1)
        """,
        row -> new Lost(Ledger.uuid(row, "id"), Ledger.instant(row, "due_at")),
        worker);
  }

  /// When the ledger took a lost job from its worker, and when another had it.
  private record Again(Instant freed, Instant taken) {}

  private static Again again(Ledger ledger, Lost lost) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                ledger.read(
                    """
                    select lost.ended_at as freed, again.claimed_at as taken
                    from attempt lost join attempt again
                      on again.job_id = lost.job_id and again.no = lost.no + 1
                    where lost.job_id = ? and lost.outcome = 'lost' and lost.ended_at >= ?
                    order by lost.no limit 1
                    """,
                    row -> new Again(Ledger.instant(row, "freed"), Ledger.instant(row, "taken")),
                    lost.job,
                    lost.leaseEnd.atOffset(ZoneOffset.UTC)),
            found -> !found.isEmpty())
        .getFirst();
  }

  /// A run may end between a look at it and its cancellation.
  private static void cancelUnlessEnded(Platform platform, UUID submission) throws Exception {
    try {
      platform.cancel(platform.admin(), submission);
    } catch (IllegalStateException refused) {
      if (!platform.ledger().hasEnded(platform.ledger().run(submission))) {
        throw refused;
      }
    }
  }
}
