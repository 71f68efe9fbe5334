package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.db.UuidV7;
import palmares.db.budget.Price;
import palmares.db.exclusion.ExclusionStore;
import palmares.db.job.Doctor;
import palmares.db.job.FailureClass;
import palmares.db.job.JobState;
import palmares.db.job.RunSpec;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.RunSpec.PairingPart;
import palmares.db.job.RunStore;

/// Short words for runs that meet before a judge of pairs.
final class Pairs {

  static final PairingPart ALL = new PairingPart("all", List.of(), 100, "both-orders@1");
  static final String MET =
      "select count(*) from opponent join run on run.no = run_no where skipped is null and id = '%s'";

  private final Ledger ledger;

  Pairs(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Lets each job of a run fail until it is given up.
  void failAll(UUID worker, UUID run) {
    while (!ledger.stateOf(run).isEnd()) {
      var job =
          ledger.jobsOf(run).stream()
              .filter(each -> ledger.job(each).state() == JobState.READY)
              .findAny()
              .orElseThrow();
      ledger.rows.overdue(job);
      var claim = ledger.claim(worker, job);
      ledger.endings.fail(job, claim.token(), FailureClass.EVALUATOR, "it broke", null);
    }
  }

  UUID again(UUID run) {
    return ledger.database.transact(tx -> {
      var held = RunStore.lock(tx, run);
      return ((Retries.Retried.Started) ledger.retries.retry(tx, held, 0, null)).run();
    });
  }

  void baseline(UUID run) {
    ledger.postgres.asOwner(
        "update submission set baseline = true where id = '" + ledger.run(run).submission() + "'");
  }

  /// Leaves the run out, or its submission; gives the id of the exclusion.
  UUID exclude(String kind, UUID run) {
    var id = UuidV7.next();
    var subject = kind.equals("run") ? run : ledger.run(run).submission();
    ledger.database.run(tx ->
        ExclusionStore.insert(
            tx, id, ledger.version, kind, subject.toString(), "x", ledger.account));
    return id;
  }

  void lift(UUID exclusion) {
    ledger.database.run(
        tx -> ExclusionStore.lift(tx, ledger.version, exclusion, "x", ledger.account));
  }

  String against(UUID run, UUID other) {
    return MET.formatted(run) + " and against_no = " + ledger.run(other).no();
  }

  List<String> reasons(UUID run) {
    return ledger.postgres.query(
        "select skipped from opponent join run on run.no = run_no where skipped is not null and id = '"
            + run
            + "'",
        String.class);
  }

  RunSpec all(int shardSize) {
    return paired(ledger.version, 1, ALL, shardSize);
  }

  RunSpec spec(PairingPart pairing) {
    return paired(ledger.version, 1, pairing, 10);
  }

  void healthy() {
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }

  /// Against all, under one revision of the gold.
  RunSpec underGold(int revision) {
    return paired(ledger.version, revision, ALL, 10);
  }

  /// Evaluated by one judge of pairs.
  private static RunSpec paired(
      UUID version, int goldRevision, PairingPart pairing, int shardSize) {
    var judge =
        new EvaluatorPart("checklist-pair", 1, "pairwise-judge", Map.of(), "cpu", Price.FREE);
    return new RunSpec(
        version,
        Ledger.EXAMPLES,
        goldRevision,
        null,
        List.of(judge),
        pairing,
        shardSize,
        shardSize);
  }
}
