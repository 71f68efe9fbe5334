package palmares.api.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.api.job.ResponseDocument;
import palmares.api.job.RunPlanner;
import palmares.contract.submission.SubmitAnswer;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.blob.BlobStore;
import palmares.db.blob.Spool;
import palmares.db.event.EventStore;
import palmares.db.evidence.NewResponses;
import palmares.db.idempotency.IdempotencyKey;
import palmares.db.idempotency.IdempotencyStore;
import palmares.db.idempotency.IdempotencyStore.Known;
import palmares.db.job.NewRun;
import palmares.db.quota.QuotaStore;
import palmares.db.quota.QuotaStore.Taken;
import palmares.db.submission.NewSubmissionRow;
import palmares.db.submission.SubmissionStore;
import palmares.db.system.SystemStore;

/// Stores a checked submission in one short transaction: system, submission, responses, run with
/// its jobs, quota, timeline and the answer to a repeat.
@Singleton
class Acceptance {

  static final String METHOD = "POST";
  static final String ROUTE = "/api/v1/submissions";
  static final int ACCEPTED = 202;
  private static final String JSON_LINES = "application/jsonl";

  private final Database database;
  private final BlobStore blobs;
  private final RunPlanner planner;
  private final Clock clock;

  Acceptance(Database database, BlobStore blobs, RunPlanner planner, Clock clock) {
    this.database = database;
    this.blobs = blobs;
    this.planner = planner;
    this.clock = clock;
  }

  /// @param unlessRepeated what it is answered if nothing like it was taken before
  /// @param sent digest of what was sent
  /// @param source what was sent, as lines
  record Checked(
      Caller.Person person,
      Caller.Team team,
      Order order,
      BenchmarkVersion version,
      @Nullable SubmitResult unlessRepeated,
      ResponseDocument responses,
      int missing,
      Sha256 sent,
      Spool source) {}

  /// The submission that an answer points to.
  static UUID submission(String location) {
    return UUID.fromString(location.substring(ROUTE.length() + 1));
  }

  SubmitResult accept(Checked submission) {
    if (submission.order().dryRun()) {
      return database.transact(
          tx -> new SubmitResult.WouldAccept(answer(submission, null, quotaLeft(tx, submission))));
    }
    // Before the transaction, which is then as short as it can be.
    submission.source().end(JSON_LINES);
    submission.responses().end();
    try (var responses = NewResponses.prepare(blobs, submission.responses())) {
      var key = key(submission);
      return database.transact(tx ->
          key == null ? take(tx, submission, responses) : once(tx, submission, responses, key));
    }
  }

  private static @Nullable IdempotencyKey key(Checked submission) {
    var key = submission.order().key();
    return key == null
        ? null
        : new IdempotencyKey(
            submission.person().account(),
            METHOD,
            ROUTE,
            key,
            submission.order().fingerprint(submission.sent()));
  }

  private SubmitResult once(Tx tx, Checked submission, NewResponses responses, IdempotencyKey key) {
    return switch (IdempotencyStore.begin(tx, key)) {
      case Known.Answered(var status, var location, var body) ->
          new SubmitResult.Repeated(status, location, body);
      case Known.OtherRequest() -> new SubmitResult.KeyOfOtherRequest(key.key());
      case Known.InProgress() -> new SubmitResult.KeyInUse(key.key());
      case Known.New() -> {
        var refused = submission.unlessRepeated();
        var result = refused != null ? refused : take(tx, submission, responses);
        if (result instanceof SubmitResult.Accepted(var answer)) {
          IdempotencyStore.end(
              tx, key, ACCEPTED, ROUTE + "/" + answer.id(), Json.canonical(answer));
        }
        yield result;
      }
    };
  }

  private SubmitResult take(Tx tx, Checked submission, NewResponses responses) {
    var version = submission.version();
    // An upload may take hours, and may be made to.
    var now = Objects.requireNonNull(BenchmarkStore.version(tx, version.id()));
    var closes = now.closesAt();
    if (closes != null && !clock.instant().isBefore(closes)) {
      return new SubmitResult.Closed(closes);
    }
    if (now.state().equals("withdrawn")) {
      return new SubmitResult.UnknownBenchmark(version.name() + " " + version.version());
    }
    var limit = version.quotaPerDay();
    if (limit == null) {
      return new SubmitResult.Accepted(store(tx, submission, responses, null));
    }
    return switch (QuotaStore.take(tx, version.id(), submission.team().id(), limit)) {
      case Taken.Spent(var perDay, var again) -> new SubmitResult.QuotaSpent(perDay, again);
      case Taken.Reserved reserved ->
          new SubmitResult.Accepted(store(tx, submission, responses, reserved));
    };
  }

  private SubmitAnswer store(
      Tx tx, Checked submission, NewResponses responses, Taken.@Nullable Reserved quota) {
    var order = submission.order();
    var version = submission.version();
    var team = submission.team().id();
    var id = UuidV7.next();
    var number =
        SubmissionStore.insert(
            tx,
            new NewSubmissionRow(
                id,
                team,
                submission.person().account(),
                SystemStore.version(
                    tx,
                    team,
                    order.system().name(),
                    new SystemStore.Spec(order.system().kind(), order.spec()),
                    order.anonymous()),
                version.id(),
                order.isBuiltIn() ? null : submission.source().keep(tx, JSON_LINES).sha256(),
                order.baseline(),
                submission.missing() > 0,
                version.examples()));
    responses.store(tx, number);
    EventStore.append(
        tx,
        id,
        "received",
        Map.of(
            "by", submission.person().name(),
            "responses", Integer.toString(submission.responses().size()),
            "missing", Integer.toString(submission.missing())));
    var run =
        new NewRun(
            UuidV7.next(),
            id,
            team,
            RunSpecs.of(tx, version, order),
            order.isBuiltIn() ? null : submission.responses().keep(tx),
            0,
            null,
            order.trace());
    planner.start(tx, run);
    if (quota != null) {
      QuotaStore.reserve(tx, version.id(), team, quota.day(), run.id());
    }
    return answer(submission, id.toString(), quota == null ? null : quota.left());
  }

  private static @Nullable Integer quotaLeft(Tx tx, Checked submission) {
    var limit = submission.version().quotaPerDay();
    return limit == null
        ? null
        : QuotaStore.left(tx, submission.version().id(), submission.team().id(), limit);
  }

  private static SubmitAnswer answer(
      Checked submission, @Nullable String id, @Nullable Integer quotaLeft) {
    return new SubmitAnswer(id, submission.responses().size(), submission.missing(), quotaLeft);
  }
}
