package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.db.budget.BudgetStore;
import palmares.db.budget.Price;
import palmares.db.budget.Unit;
import palmares.db.job.Doctor;
import palmares.db.job.Doctor.Finding;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.testing.TestDatabase;

/// Invariant 2: each check finds what it is there for. The violations are planted as the owner of
/// the schema, since the ledger itself does not make them.
class DoctorTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private static final EvaluatorPart PAID =
      new EvaluatorPart("judge", 1, "metric", Map.of(), "cpu", new Price(7, 100));

  private Ledger ledger;

  /// One for each part of each check.
  ///
  /// @param detail how a violation is told
  record Planted(String check, String sql, String detail) {

    @Override
    public String toString() {
      return check + ": " + detail;
    }
  }

  static List<Planted> violations() {
    return Stream.of(overdue(), runs(), attempts(), sums(), documents(), pairs())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Planted> overdue() {
    var check = "overdue rows";
    var late = "due_at = now() - interval '2 minutes'";
    return List.of(
        new Planted(check, "update job set " + late + " where state = 'claimed'", "job "),
        new Planted(check, "update run set " + late + " where state = 'active'", "run "),
        new Planted(check, "update worker set " + late, "worker "),
        new Planted(check, "update leaderboard set wanted_revision = 9, " + late, "leaderboard "),
        new Planted(
            check,
            """
            insert into gold_document select version_id, 2, sha256 from gold_document;
            insert into erratum (version_id, revision, reason, examples, account_id, state, due_at)
            select g.version_id, 2, 'wrong', 1, a.id, 'rescoring', now() - interval '2 minutes'
            from gold_document g, account a where g.revision = 2
            """,
            "erratum of version "),
        new Planted(
            check,
            """
            insert into outbox (id, kind, account_id, event, subject, data, state, due_at)
            select gen_random_uuid(), 'mail', id, 'run-ended', id, '', 'ready',
              now() - interval '2 minutes' from account
            """,
            "outbox "));
  }

  private static List<Planted> runs() {
    var evidence = "ended runs whose evidence does not add up";
    var elsewhere = "evidence of runs or examples that are not there";
    return List.of(
        new Planted(
            "runs whose open jobs do not add up",
            "update run set open_jobs = 7 where state = 'active'",
            "run "),
        new Planted(
            "runs without open jobs that have not ended",
            "update run set state = 'stopping', due_at = now() where state = 'complete'",
            "run "),
        new Planted(evidence, "delete from score where ordinal = 4", "run "),
        new Planted(elsewhere, "update score set ordinal = 10 where ordinal = 9", "run "),
        new Planted(
            elsewhere,
            """
            insert into reward (run_no, evaluator_version_id, ordinal, value, attempt)
            values (999, 1, 0, 0.5, 1)
            """,
            "run 999 ordinal 0"),
        new Planted(
            "snapshots that mix revisions of the gold",
            "update run set gold_revision = 2 where state = 'complete'",
            "snapshot "),
        new Planted(
            "boards built further than wanted",
            "update leaderboard set built_revision = wanted_revision + 1, due_at = null",
            "leaderboard "),
        new Planted("timelines with holes", "delete from event where seq = 1", "subject "));
  }

  private static List<Planted> attempts() {
    var done = "jobs done more than once, or without a done attempt";
    var claims = "claims without their attempt";
    return List.of(
        new Planted(done, "update attempt set outcome = 'lost' where outcome = 'done'", "job "),
        new Planted(
            done,
            """
            insert into attempt (job_id, no, worker_id, claim_id, token, outcome)
            select job_id, 2, worker_id, gen_random_uuid(), gen_random_uuid(), 'done'
            from attempt where outcome = 'done'
            """,
            "job "),
        new Planted(claims, "update attempt set outcome = 'lost' where outcome is null", "job "),
        new Planted(
            claims,
            """
            insert into attempt (job_id, no, worker_id, claim_id, token)
            select job_id, 2, worker_id, gen_random_uuid(), gen_random_uuid()
            from attempt where outcome is null
            """,
            "attempt "));
  }

  private static List<Planted> sums() {
    var quotas = "quotas that do not add up";
    var budgets = "budgets that do not add up";
    var imports = "imports whose evidence does not add up";
    var taken = "update import set taken = 3 where kind = ";
    return List.of(
        new Planted(quotas, "update quota set used = used + 1", "quota of team "),
        new Planted(quotas, "delete from quota_entry where kind = 'commit'", "reservation of run "),
        new Planted(budgets, "update budget set used = used + 1", "budget "),
        new Planted(
            budgets, "delete from budget_entry where kind = 'commit'", "reservation of job "),
        new Planted(
            budgets,
            "update attempt set outcome = null where outcome = 'done'",
            "reservation of job "),
        new Planted(imports, taken + "'alpaca-eval'", "import "),
        new Planted(imports, taken + "'battles'", "import "));
  }

  private static List<Planted> documents() {
    var check = "documents without a blob";
    var gone = " = sha256('gone')";
    return List.of(
        new Planted(check, "update run set responses_sha256" + gone, "run "),
        new Planted(check, "update submission set source_sha256" + gone, "submission "),
        new Planted(
            check, "update benchmark_version set inputs_sha256" + gone, "benchmark version "),
        new Planted(check, "update import set source_sha256" + gone, "import "),
        new Planted(check, "update gold_document set sha256" + gone, "gold of version "));
  }

  private static List<Planted> pairs() {
    var judged = "pairs that were not judged in both orders";
    var settled = "battles that do not follow from their preferences";
    var judge =
        "insert into rater (evaluator_version_id) select min(id) from evaluator_version on conflict do"
            + " nothing; ";
    var pairing =
        """
        insert into pairing (evaluator_version_id, least_no, greatest_no, ordinal, run_no)
        select r.evaluator_version_id, run.no, run.no + 1, 0, run.no
        from rater r, run where run.state = 'complete' and r.evaluator_version_id is not null;
        """;
    var preferences =
        """
        insert into preference (rater_id, version_no, ordinal, left_no, right_no, left_shown,
          probability, label, attempt)
        select r.id, 1, 0, run.no, run.no + 1, shown, 1, 'left', 1
        from rater r, run, generate_series(1, 2) as shown
        where run.state = 'complete' and r.evaluator_version_id is not null;
        """;
    var rule =
        "update run set spec = spec || '{\"pairing\": {\"settleRule\": \"both-orders@1\"}}';";
    return List.of(
        new Planted(judged, judge + pairing, "run "),
        new Planted(judged, judge + preferences, "run "),
        new Planted(settled, judge + pairing + preferences + rule, "battle "),
        new Planted(
            settled,
            """
            insert into battle (source_kind, source_id, settle_rule, version_no, left_no, right_no,
              outcome, weight, cluster)
            values ('preference', '1/1/2/0', 'both-orders@1', 1, 1, 2, 1, 1, 0)
            """,
            "battle "));
  }

  /// A run that has ended, with quota and budget; one that a worker holds; two imports and a
  /// snapshot.
  @BeforeEach
  void aHealthyLedger() {
    ledger = Ledger.on(POSTGRES);
    var worker = ledger.worker(8, "judge");
    var team = ledger.team("payer", 1);
    ledger.database.run(tx -> BudgetStore.set(tx, team, Unit.MONEY, null, 1_000));
    ledger.reserveQuota(ledger.start(ledger.scoring(10, PAID), team, 0));
    ledger.workAll(worker);
    ledger.start(ledger.scoring(10, PAID), team, 0);
    ledger.claim(worker, ledger.dispatch().getFirst());
    POSTGRES.asOwner(
        """
        insert into rater (import_source) values ('file') on conflict do nothing;
        insert into import (id, kind, digest, benchmark_version_id, rater_id, account_id,
          source_sha256, run_no, right_no, taken, report)
        select gen_random_uuid(), k.kind, sha256(k.kind::bytea), v.id, r.id, a.id, v.inputs_sha256,
          case k.kind when 'alpaca-eval' then run.no end,
          case k.kind when 'alpaca-eval' then s.no end, 0, '{}'
        from (values ('alpaca-eval'), ('battles')) as k(kind), benchmark_version v, rater r,
          account a, run join submission s on s.id = run.submission_id
        where run.state = 'complete';
        insert into snapshot (id, leaderboard_id, revision, document, digest, provenance)
        select gen_random_uuid(), l.id, 1, '{}', sha256('{}'),
          jsonb_build_object('entries', jsonb_build_array(jsonb_build_object('runNo', run.no)))
        from leaderboard l, run where run.state = 'complete'
        """);
  }

  @ParameterizedTest
  @MethodSource("violations")
  void whatIsWrongIsFoundAndNamed(Planted planted) {
    assertThat(found()).isEmpty();

    POSTGRES.asOwner(planted.sql());

    assertThat(found())
        .filteredOn(finding -> finding.check().equals(planted.check()))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.details()).anyMatch(detail -> detail.startsWith(planted.detail())));
  }

  @Test
  void noCheckIsWithoutAViolationThatItFinds() {
    assertThat(violations())
        .extracting(Planted::check)
        .containsAll(Doctor.examine(ledger.database).stream().map(Finding::check).toList());
  }

  private List<Finding> found() {
    return Doctor.examine(ledger.database).stream()
        .filter(finding -> finding.violations() > 0)
        .toList();
  }
}
