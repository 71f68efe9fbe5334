package palmares.api.job;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.api.notification.Notices;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.benchmark.ErratumStore;
import palmares.db.blob.BlobStore;
import palmares.db.event.EventStore;
import palmares.db.evidence.ResponseStore;
import palmares.db.job.EvaluatorStore;
import palmares.db.job.JobStore;
import palmares.db.job.NewJob;
import palmares.db.job.NewRun;
import palmares.db.job.PlanStore;
import palmares.db.job.Run;
import palmares.db.job.RunSpec;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.job.Shard;
import palmares.db.job.Stage;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.quota.QuotaStore;

/// Turns a run's specification into jobs, one stage after the other, and ends the run after the
/// last. All of it happens in the transaction of whoever brings the stage to its end.
@Singleton
public final class RunPlanner {

  private static final Logger LOG = LoggerFactory.getLogger(RunPlanner.class);

  private final BlobStore blobs;

  RunPlanner(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// Starts a run in the caller's transaction.
  public void start(Tx tx, NewRun run) {
    var first = run.responses() == null ? Stage.GENERATE : Stage.SCORE;
    RunStore.insert(tx, run, first);
    EvaluatorStore.fix(tx, run.id(), run.spec());
    if (run.retryOf() != null) {
      PlanStore.takeOver(tx, run.retryOf(), run.id());
    }
    if (run.rescoreOf() != null) {
      PlanStore.takeOverCrashes(tx, run.rescoreOf(), run.id());
    }
    var started = RunStore.lock(tx, run.id());
    EventStore.append(tx, started.subject(), "run-started", Map.of("run", run.id().toString()));
    enter(tx, started, first);
  }

  /// Goes on after the last open job of a run has ended. The caller holds the run.
  void stageEnded(Tx tx, Run run) {
    switch (run.state()) {
      case ACTIVE -> {
        EventStore.append(tx, run.subject(), "stage-ended", Map.of("stage", run.stage().word()));
        var next = next(run.stage());
        if (next == null) {
          end(tx, run);
        } else {
          enter(tx, leave(tx, run), next);
        }
      }
      case CANCELLING -> closed(tx, run, RunState.CANCELLED);
      case STOPPING -> closed(tx, run, RunState.STOPPED);
      case COMPLETE, PARTIAL, CANCELLED, STOPPED -> {}
    }
  }

  /// Enters the first stage from `stage` on in which there is something to do.
  private void enter(Tx tx, Run run, Stage stage) {
    var jobs = jobs(tx, run, stage);
    if (!jobs.isEmpty()) {
      RunStore.enterStage(tx, run.id(), stage, jobs.size());
      JobStore.insert(tx, run, jobs);
      EventStore.append(
          tx,
          run.subject(),
          "stage-started",
          Map.of("stage", stage.word(), "jobs", Integer.toString(jobs.size())));
      return;
    }
    var next = next(stage);
    if (next == null) {
      end(tx, run);
    } else {
      enter(tx, stage == Stage.GENERATE ? leave(tx, run) : run, next);
    }
  }

  private static @Nullable Stage next(Stage stage) {
    return switch (stage) {
      case GENERATE -> Stage.SCORE;
      case SCORE -> Stage.PAIR;
      case PAIR -> Stage.REWARD;
      case REWARD, IMPORT -> null;
    };
  }

  private static List<NewJob> jobs(Tx tx, Run run, Stage stage) {
    var spec = run.spec();
    if (stage == Stage.GENERATE) {
      var system = spec.system();
      return system == null
          ? List.of()
          : PlanStore.missingResponses(tx, run, shards(spec, stage)).stream()
              .map(shard ->
                  new NewJob(
                      stage,
                      system.capability(),
                      system.offer(),
                      null,
                      null,
                      shard.first(),
                      shard.last()))
              .toList();
    }
    var shards = PlanStore.withoutOurFailures(tx, run, shards(spec, stage));
    var versions = EvaluatorStore.of(tx, run.id());
    var jobs = new ArrayList<NewJob>();
    for (int i = 0; i < spec.evaluators().size(); i++) {
      var part = spec.evaluators().get(i);
      var version = versions.get(i);
      if (part.stage() == stage && stage == Stage.PAIR) {
        jobs.addAll(PairJobs.plan(tx, run, part, version, shards));
      } else if (part.stage() == stage) {
        PlanStore.missingEvidence(tx, run, stage, version, shards)
            .forEach(shard ->
                jobs.add(
                    new NewJob(
                        stage,
                        part.capability(),
                        part.offer(),
                        version,
                        null,
                        shard.first(),
                        shard.last())));
      }
    }
    return jobs;
  }

  private static List<Shard> shards(RunSpec spec, Stage stage) {
    int size = spec.shardSize(stage);
    var shards = new ArrayList<Shard>();
    for (int first = 0; first < spec.expected(); first += size) {
      shards.add(new Shard(first, Math.min(first + size, spec.expected()) - 1));
    }
    return shards;
  }

  /// Leaving `generate` seals what was given, and writes down the gaps of a system that crashed.
  private Run leave(Tx tx, Run run) {
    if (run.stage() != Stage.GENERATE) {
      return run;
    }
    RunStore.seal(tx, run.id(), responses(tx, run));
    PlanStore.writeCrashes(tx, run);
    return RunStore.lock(tx, run.id());
  }

  private Sha256 responses(Tx tx, Run run) {
    try (var document = ResponseDocument.in(blobs)) {
      ResponseStore.forEach(tx, blobs, run.submissionNo(), document::add);
      return document.keep(tx);
    }
  }

  private static void end(Tx tx, Run run) {
    PairJobs.settle(tx, run);
    var failed = PlanStore.failedJobs(tx, run.id());
    var end = failed.all() == 0 ? RunState.COMPLETE : RunState.PARTIAL;
    if (!RunStore.change(tx, run.id(), RunState.ACTIVE, end)) {
      throw new IllegalStateException("run " + run.id() + " was held and yet changed");
    }
    LOG.info("run {} ends {}", run.id(), end.word());
    EventStore.append(
        tx, run.subject(), "run-ended", Map.of("state", end.word(), "failed", failed.all() + ""));
    Notices.runEnded(tx, run, end, failed.all());
    ErratumStore.runEnded(tx, run.spec().benchmarkVersion(), run.spec().goldRevision());
    LeaderboardStore.want(tx, run.spec().benchmarkVersion());
    if (failed.ours() > 0) {
      QuotaStore.refund(tx, run.id(), failed.ours() + " jobs failed on our side");
    } else {
      QuotaStore.commit(tx, run.id());
    }
  }

  private static void closed(Tx tx, Run run, RunState end) {
    if (RunStore.change(tx, run.id(), run.state(), end)) {
      EventStore.append(tx, run.subject(), "run-ended", Map.of("state", end.word()));
      Notices.runEnded(tx, run, end, 0);
      if (PlanStore.wasClaimed(tx, run.id())) {
        QuotaStore.commit(tx, run.id());
      } else {
        QuotaStore.refund(tx, run.id(), end.word() + " before any work was done");
      }
    }
  }
}
