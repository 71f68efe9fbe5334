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
final class Fairness {

  private static final int ROUNDS = 7;
  private static final Duration START_TARGET = Duration.ofSeconds(2);

  /// Five shards, of two evaluators.
  private static final int FEW = 100;

  /// Eight shards, of four evaluators; what no worker has taken yet is split into jobs of one
  /// example each.
  private static final int MANY = 4_000;

  private static final int MANY_JOBS = 10_000;

  private Fairness() {}

  private record Round(Duration start, Duration end) {}

  static List<Figure> measure(Platform platform) throws Exception {
    platform.publish("few", FEW, "rouge-l@1,token-f1@1");
    platform.publish("many", MANY, "rouge-l@1,token-f1@1,contains@1,exact-match@1");
    var few = platform.account("few");
    var many = platform.account("many");
    round(platform, few, "warm-up");
    var alone = rounds(platform, few, "alone");
    var submission =
        Platform.submit(many, "many", "m", Platform.responses(MANY, i -> "it is " + i));
    var run = platform.ledger().run(submission);
    var jobs = split(platform.ledger(), run);
    await().until(() -> done(platform.ledger(), run) > 50);
    var behind = rounds(platform, few, "behind");
    var left = jobs - done(platform.ledger(), run);
    platform.cancel(many, submission);
    platform.awaitIdle();
    return List.of(start(alone, behind, jobs, left), end(alone, behind));
  }

  private static Figure start(List<Round> alone, List<Round> behind, int jobs, int left) {
    var worst = times(behind, true).worst();
    return new Figure(
        "10-job run starts behind %,d jobs, worst of %d".formatted(jobs, ROUNDS),
        "< " + shown(START_TARGET),
        shown(worst),
        "alone %s; %,d jobs still before it".formatted(shown(times(alone, true).worst()), left),
        worst.compareTo(START_TARGET) < 0 && left > 0 && jobs >= MANY_JOBS);
  }

  private static Figure end(List<Round> alone, List<Round> behind) {
    var ratio =
        Times.millis(times(behind, false).median()) / Times.millis(times(alone, false).median());
    return new Figure(
        "... and ends, median of " + ROUNDS,
        "<= 2.0 x",
        "%.2f x (%s)".formatted(ratio, shown(times(behind, false).median())),
        "alone %s, its worst %s; behind, worst %s"
            .formatted(
                shown(times(alone, false).median()),
                shown(times(alone, false).worst()),
                shown(times(behind, false).worst())),
        ratio <= 2);
  }

  private static Times times(List<Round> rounds, boolean start) {
    return new Times(rounds.stream().map(round -> start ? round.start : round.end).toList());
  }

  private static List<Round> rounds(Platform platform, Rest team, String name) throws Exception {
    var rounds = new ArrayList<Round>();
    for (var i = 0; i < ROUNDS; i++) {
      rounds.add(round(platform, team, name + i));
    }
    return rounds;
  }

  private static Round round(Platform platform, Rest team, String system) throws Exception {
    var body = Platform.responses(FEW, i -> "it is %d, ".formatted(i) + "and so on ".repeat(300));
    var posted = Instant.now();
    var run = platform.ledger().run(Platform.submit(team, "few", system, body));
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
