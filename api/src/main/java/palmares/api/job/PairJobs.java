package palmares.api.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import palmares.db.Tx;
import palmares.db.battle.BattleStore;
import palmares.db.battle.PairingStore;
import palmares.db.battle.PreferenceStore;
import palmares.db.battle.PreferenceStore.Pair;
import palmares.db.event.EventStore;
import palmares.db.job.EvaluatorStore;
import palmares.db.job.Job;
import palmares.db.job.NewJob;
import palmares.db.job.Run;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.Shard;
import palmares.db.job.Stage;
import palmares.scoring.battle.SettleRule;

/// The work of judges of pairs: planned in the transaction in which a run becomes ready for it, and
/// settled in the one in which the run ends.
final class PairJobs {

  private PairJobs() {}

  /// One job for each opponent and shard that is not judged yet.
  ///
  /// @param shards of which the run has responses
  static List<NewJob> plan(Tx tx, Run run, EvaluatorPart judge, int evaluator, List<Shard> shards) {
    var opponents = PairPlanner.opponents(tx, run, evaluator);
    PairingStore.plan(
        tx,
        run.no(),
        evaluator,
        opponents,
        shards.stream().mapToInt(Shard::first).toArray(),
        shards.stream().mapToInt(Shard::last).toArray());
    if (run.retryOf() != null) {
      PreferenceStore.takeOver(tx, evaluator, run.retryOf(), run.no());
    }
    EventStore.append(
        tx,
        run.subject(),
        "paired",
        java.util.Map.of("offer", judge.offer(), "opponents", opponents.size() + ""));
    var jobs = new ArrayList<NewJob>();
    for (long opponent : opponents) {
      var pair = new Pair(evaluator, run.no(), opponent);
      shards.stream()
          // Only a run that is tried again has been judged before.
          .filter(shard ->
              run.retryOf() == null
                  || PreferenceStore.done(tx, pair, shard.first(), shard.last()).size()
                      < shard.size())
          .forEach(shard ->
              jobs.add(
                  new NewJob(
                      Stage.PAIR,
                      judge.capability(),
                      judge.offer(),
                      evaluator,
                      opponent,
                      shard.first(),
                      shard.last())));
    }
    return jobs;
  }

  /// The two runs that a job compares.
  static Pair pair(Run run, Job job) {
    return new Pair(
        Objects.requireNonNull(job.evaluatorVersion()),
        run.no(),
        Objects.requireNonNull(job.against()));
  }

  /// Makes battles of what was said about the run's pairs.
  static void settle(Tx tx, Run run) {
    var pairing = run.spec().pairing();
    if (pairing == null) {
      return;
    }
    var rule = SettleRule.named(pairing.settleRule());
    var versions = EvaluatorStore.of(tx, run.id());
    for (int i = 0; i < versions.size(); i++) {
      if (run.spec().evaluators().get(i).stage() == Stage.PAIR) {
        BattleStore.settle(tx, versions.get(i), run.no(), rule);
      }
    }
  }
}
