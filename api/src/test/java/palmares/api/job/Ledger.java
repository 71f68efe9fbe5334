package palmares.api.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.battle.PreferenceRow;
import palmares.db.blob.BlobStore;
import palmares.db.budget.Price;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.ScoreRow;
import palmares.db.identity.Reach;
import palmares.db.job.DispatchStore;
import palmares.db.job.Job;
import palmares.db.job.JobStore;
import palmares.db.job.NewRun;
import palmares.db.job.Run;
import palmares.db.job.RunSpec;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.RunSpec.SystemPart;
import palmares.db.job.RunState;
import palmares.db.job.RunStore;
import palmares.db.quota.QuotaStore;
import palmares.db.quota.QuotaStore.Taken;
import palmares.db.testing.TestDatabase;

/// A ledger on a real database with one benchmark version of `examples` examples, and short words
/// for what workers do.
public final class Ledger {

  static final LedgerConfig CONFIG =
      new LedgerConfig(
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          4,
          20,
          3,
          Duration.ofHours(6),
          Duration.ofSeconds(1));

  static final Sha256 DIGEST = Sha256.of("results");
  static final int EXAMPLES = 10;

  final TestDatabase postgres;
  final Database database;
  final BlobStore blobs;
  final RunPlanner planner;
  final Endings endings;
  final Claims claims;
  final Results results;
  final Workers workers;
  final Cancellation cancellation;
  final Sweeper sweeper;
  final Retries retries;
  final Rescoring rescoring;

  final LedgerRows rows;
  final UUID token;
  final UUID account;
  final UUID version;

  private Ledger(TestDatabase postgres, BlobStore blobs) {
    this.postgres = postgres;
    this.blobs = blobs;
    rows = new LedgerRows(postgres, EXAMPLES);
    token = rows.token;
    account = rows.account;
    version = rows.version;
    database = postgres.database();
    planner = new RunPlanner(blobs);
    endings = new Endings(database, planner, CONFIG);
    claims = new Claims(database, CONFIG);
    results = new Results(database, blobs);
    workers = new Workers(database, endings, CONFIG);
    cancellation = new Cancellation(database, endings);
    retries = new Retries(planner);
    rescoring = new Rescoring(database, planner, retries, cancellation);
    sweeper =
        new Sweeper(
            database,
            blobs,
            endings,
            cancellation,
            planner,
            rescoring,
            new MissedPairs(database, planner));
  }

  /// On an empty database: everything of an earlier test is removed.
  static Ledger on(TestDatabase postgres) {
    postgres.asOwner(
        "truncate account, team, benchmark, example, worker, evaluator_version, event, blob,"
            + " idempotency, score, reward, pairing, battle cascade");
    return beside(postgres, postgres.blobs());
  }

  /// On the database of a running api, beside whatever is there.
  public static Ledger beside(TestDatabase postgres, BlobStore blobs) {
    var ledger = new Ledger(postgres, blobs);
    ledger.database.run(tx -> blobs.put(tx, new byte[] {'x'}, "application/jsonl"));
    ledger.rows.benchmark();
    return ledger;
  }

  UUID team(String name, int weight) {
    return rows.team(name, weight);
  }

  public static EvaluatorPart metric(String evaluator) {
    return new EvaluatorPart(evaluator, 1, "metric", Map.of(), "cpu", Price.FREE);
  }

  static EvaluatorPart rewardModel(String evaluator) {
    return new EvaluatorPart(evaluator, 1, "reward-model", Map.of(), "cpu", Price.FREE);
  }

  public RunSpec scoring(int shardSize, EvaluatorPart... evaluators) {
    return new RunSpec(version, EXAMPLES, 1, null, List.of(evaluators), shardSize, shardSize);
  }

  public RunSpec generating(int shardSize, EvaluatorPart... evaluators) {
    return generating(shardSize, shardSize, evaluators);
  }

  RunSpec generating(int shardSize, int metricShardSize, EvaluatorPart... evaluators) {
    var system = new SystemPart("lead-sentence@1", Map.of("words", "5"), "cpu", Price.FREE);
    return new RunSpec(
        version, EXAMPLES, 1, system, List.of(evaluators), shardSize, metricShardSize);
  }

  /// A run of a new submission of a new team.
  public UUID start(RunSpec spec) {
    var team = team("team-" + UuidV7.next(), 1);
    return start(spec, team, 0);
  }

  UUID start(RunSpec spec, UUID team, int priority) {
    return start(spec, team, rows.submission(team), priority);
  }

  UUID start(RunSpec spec, UUID team, UUID submission, int priority) {
    var run = UuidV7.next();
    database.run(tx -> start(tx, spec, new Of(run, submission, team), priority));
    return run;
  }

  record Of(UUID run, UUID submission, UUID team) {}

  void start(Tx tx, RunSpec spec, Of of, int priority) {
    var responses =
        spec.system() == null
            ? blobs.put(tx, of.run().toString().getBytes(UTF_8), "application/jsonl").sha256()
            : null;
    planner.start(
        tx,
        new NewRun(of.run(), of.submission(), of.team(), spec, responses, priority, null, null));
  }

  UUID worker(int slots, String... offers) {
    return worker(token, Reach.everything("default"), slots, offers);
  }

  /// A worker under another token than the ledger's own.
  UUID worker(UUID bearer, Reach reach, int slots, String... offers) {
    return workers.register(
        bearer,
        reach,
        "worker",
        List.of("cpu"),
        Stream.of(offers)
            .map(id ->
                new Workers.Offer(
                    id,
                    1,
                    id.contains("sentence")
                        ? "built-in"
                        : id.endsWith("pair") ? "pairwise-judge" : "metric",
                    null,
                    null,
                    null))
            .toList(),
        slots);
  }

  Run run(UUID id) {
    return database.transact(tx -> RunStore.find(tx, id));
  }

  public RunState stateOf(UUID run) {
    return run(run).state();
  }

  public Job job(UUID id) {
    return database.transact(tx -> JobStore.find(tx, id));
  }

  public List<UUID> jobsOf(UUID run) {
    return postgres.query(
        "select id from job where run_id = '" + run + "' order by id", UUID.class);
  }

  List<UUID> dispatch() {
    return database.transact(tx ->
        DispatchStore.dispatch(tx, "cpu", CONFIG.patience()).stream()
            .map(DispatchStore.Dispatched::job)
            .toList());
  }

  ClaimResult.Claimed claim(UUID worker, UUID job) {
    return (ClaimResult.Claimed) claims.claim(token, worker, job, UUID.randomUUID());
  }

  Ending complete(ClaimResult.Claimed claim) {
    return endings.complete(claim.job().id(), claim.token(), DIGEST);
  }

  Results.Stored scores(UUID job, UUID token, List<ScoreRow> scores) {
    return results.store(job, token, new GivenBatch(scores, List.of(), List.of()));
  }

  private Results.Stored responses(UUID job, UUID token, List<GivenResponse> responses) {
    return results.store(job, token, new GivenBatch(List.of(), responses, List.of()));
  }

  Results.Stored preferences(UUID job, UUID token, List<PreferenceRow> preferences) {
    return results.store(job, token, new GivenBatch(List.of(), List.of(), preferences));
  }

  /// Delivers everything the claim asks for.
  void deliver(ClaimResult.Claimed claim) {
    var job = claim.job();
    var ordinals =
        IntStream.rangeClosed(job.firstOrdinal(), job.lastOrdinal())
            .filter(ordinal -> !claim.done().contains(ordinal));
    if (job.evaluatorVersion() == null) {
      responses(
          job.id(),
          claim.token(),
          ordinals.mapToObj(o -> new GivenResponse(o, 0, "text " + o, 1.0)).toList());
    } else if (job.against() != null) {
      preferences(
          job.id(),
          claim.token(),
          ordinals.boxed().flatMap(o -> Stream.of(leftWins(o, 1), leftWins(o, 2))).toList());
    } else {
      scores(job.id(), claim.token(), scored(ordinals));
    }
  }

  static PreferenceRow leftWins(int ordinal, int leftShown) {
    return new PreferenceRow(ordinal, leftShown, 1.0, null, leftShown == 1 ? "first" : "second");
  }

  /// Delivers the first `count` results of the claim's shard.
  void deliverUpTo(ClaimResult.Claimed claim, int count) {
    var first = claim.job().firstOrdinal();
    scores(claim.job().id(), claim.token(), scored(IntStream.range(first, first + count)));
  }

  private static List<ScoreRow> scored(IntStream ordinals) {
    return ordinals.mapToObj(o -> new ScoreRow(o, 0, o / 10.0, null, Map.of())).toList();
  }

  /// What a submission takes from its team's quota of five a day.
  void reserveQuota(UUID run) {
    database.run(tx -> {
      var team = RunStore.find(tx, run).team();
      var taken = (Taken.Reserved) QuotaStore.take(tx, version, team, 5);
      QuotaStore.reserve(tx, version, team, taken.day(), run);
    });
  }

  /// Claims, delivers and completes one job.
  void work(UUID worker, UUID job) {
    var claim = claim(worker, job);
    deliver(claim);
    complete(claim);
  }

  /// Works on whatever is there until nothing is.
  void workAll(UUID worker) {
    for (var jobs = dispatch(); !jobs.isEmpty(); jobs = dispatch()) {
      jobs.forEach(job -> work(worker, job));
    }
  }

  public long count(String sql) {
    return postgres.query("select (" + sql + ")::bigint", Long.class).getFirst();
  }
}
