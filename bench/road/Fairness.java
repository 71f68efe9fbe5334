package road;

import static org.awaitility.Awaitility.await;
import static road.Times.shown;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import palmares.e2e.platform.Rest;

/// A run of ten jobs behind another team's run of ten thousand, and the same run alone.
///
/// Held to its target with jobs that wait, as those do that call a model: each takes its time
/// whatever else is done, so that what is measured is who gets which slot. Where jobs compute, and
/// the run alone has every core, sharing the cores with another team takes twice the time already;
/// that is measured too, and told.
final class Fairness {

  private static final int ROUNDS = 7;
  private static final Duration START_TARGET = Duration.ofSeconds(2);
  private static final Duration JOB = Duration.ofMillis(500);
  private static final List<String> METRICS =
      List.of("rouge-l", "token-f1", "contains", "exact-match");

  /// Five shards, of two evaluators.
  private static final int FEW = 100;

  /// Eight shards, of four evaluators; what no worker has taken yet is split into jobs of one
  /// example each.
  private static final int MANY = 4_000;

  private static final int MANY_JOBS = 10_000;

  private Fairness() {}

  private record Round(Duration start, Duration end) {}

  private record Measured(List<Round> alone, List<Round> behind, int jobs, int left) {

    double ratio() {
      return Times.millis(times(behind, false).median())
          / Times.millis(times(alone, false).median());
    }

    String ends() {
      return "alone %s, its worst %s; behind %s, worst %s"
          .formatted(
              shown(times(alone, false).median()),
              shown(times(alone, false).worst()),
              shown(times(behind, false).median()),
              shown(times(behind, false).worst()));
    }
  }

  /// Takes the place of the real workers, which are stopped.
  static List<Figure> whereJobsWait(Platform platform) throws Exception {
    for (var i = 0; i < Platform.WORKERS; i++) {
      platform.deployment().worker(i).close();
    }
    try (var worker = PatientWorker.start(platform, METRICS, Platform.SLOTS, JOB)) {
      var measured = measure(platform, "waiting");
      return List.of(start(measured), end(measured));
    }
  }

  static List<Figure> whereJobsCompute(Platform platform) throws Exception {
    var measured = measure(platform, "computing");
    return List.of(
        start(measured),
        Figure.told(
            "... and ends, where both compute on all cores",
            "%.2f x".formatted(measured.ratio()),
            measured.ends()));
  }

  private static Measured measure(Platform platform, String jobs) throws Exception {
    var small = jobs + "-few";
    var large = jobs + "-many";
    platform.publish(small, FEW, "rouge-l@1,token-f1@1");
    platform.publish(large, MANY, "rouge-l@1,token-f1@1,contains@1,exact-match@1");
    var few = platform.account(small);
    var many = platform.account(large);
    round(platform, few, small, "warm-up");
    var alone = rounds(platform, few, small, "alone");
    var submission = Platform.submit(many, large, "m", Platform.responses(MANY, i -> "it is " + i));
    var run = platform.ledger().run(submission);
    var split = split(platform.ledger(), run);
    await().atMost(Duration.ofSeconds(30)).until(() -> done(platform.ledger(), run) > 50);
    var behind = rounds(platform, few, small, "behind");
    var left = split - done(platform.ledger(), run);
    platform.cancel(many, submission);
    platform.awaitIdle();
    return new Measured(alone, behind, split, left);
  }

  private static Figure start(Measured measured) {
    var worst = times(measured.behind, true).worst();
    return new Figure(
        "10-job run starts behind %,d jobs, worst of %d".formatted(measured.jobs, ROUNDS),
        "< " + shown(START_TARGET),
        shown(worst),
        "alone %s; %,d jobs still before it"
            .formatted(shown(times(measured.alone, true).worst()), measured.left),
        worst.compareTo(START_TARGET) < 0 && measured.left > 0 && measured.jobs >= MANY_JOBS);
  }

  private static Figure end(Measured measured) {
    return new Figure(
        "... and ends, median of " + ROUNDS,
        "<= 2.0 x",
        "%.2f x".formatted(measured.ratio()),
        measured.ends(),
        measured.ratio() <= 2);
  }

  private static Times times(List<Round> rounds, boolean start) {
    return new Times(rounds.stream().map(round -> start ? round.start : round.end).toList());
  }

  private static List<Round> rounds(Platform platform, Rest team, String benchmark, String name)
      throws Exception {
    var rounds = new ArrayList<Round>();
    for (var i = 0; i < ROUNDS; i++) {
      rounds.add(round(platform, team, benchmark, name + i));
    }
    return rounds;
  }

  private static Round round(Platform platform, Rest team, String benchmark, String system)
      throws Exception {
    var body = Platform.responses(FEW, i -> "it is %d, ".formatted(i) + "and so on ".repeat(300));
    var posted = Instant.now();
    var run = platform.ledger().run(Platform.submit(team, benchmark, system, body));
    platform.awaitEnd(run, Duration.ofSeconds(60));
    return new Round(
        Duration.between(posted, platform.ledger().started(run)),
        Duration.between(posted, platform.ledger().ended(run)));
  }

  /// The planner makes few shards of many examples; this makes one of every example, where no
  /// worker has one yet.
  private static int split(Ledger ledger, UUID run) throws SQLException {
    ledger.change(
        """
        with whole as (
          delete from job where run_id = ? and state = 'ready' returning *),
        split as (
          insert into job (id, run_id, team_id, stage, capability, offer, evaluator_version_id,
            first_ordinal, last_ordinal, priority, state, due_at)
          select gen_random_uuid(), run_id, team_id, stage, capability, offer, evaluator_version_id,
            ordinal, ordinal, priority, 'ready', clock_timestamp() + interval '2 seconds'
          from whole, generate_series(first_ordinal, last_ordinal) as ordinal
          returning id)
        update run set open_jobs =
          open_jobs + (select count(*) from split) - (select count(*) from whole)
        where id = ?
        """,
        run,
        run);
    return ledger.one("select count(*) from job where run_id = ?", row -> row.getInt(1), run);
  }

  private static int done(Ledger ledger, UUID run) throws SQLException {
    return ledger.one(
        "select count(*) from job where run_id = ? and state = 'done'", row -> row.getInt(1), run);
  }
}
