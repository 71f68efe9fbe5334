package palmares.db.job;

import static palmares.db.schema.Tables.ATTEMPT;
import static palmares.db.schema.Tables.RESULT_BATCH;
import static palmares.db.schema.Tables.WORKER;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.job.Attempt.Outcome;
import palmares.db.schema.tables.records.AttemptRecord;

/// Attempts: the number orders them, the token alone decides which is current.
public final class AttemptStore {

  private AttemptStore() {}

  public static void insert(Tx tx, UUID job, int no, UUID worker, UUID claim, UUID token) {
    tx.sql()
        .insertInto(ATTEMPT)
        .set(ATTEMPT.JOB_ID, job)
        .set(ATTEMPT.NO, no)
        .set(ATTEMPT.WORKER_ID, worker)
        .set(ATTEMPT.CLAIM_ID, claim)
        .set(ATTEMPT.TOKEN, token)
        .execute();
  }

  /// The attempt that a claim of this id began, if one did.
  public static @Nullable Attempt ofClaim(Tx tx, UUID job, UUID claim) {
    return tx.sql()
        .selectFrom(ATTEMPT)
        .where(ATTEMPT.JOB_ID.eq(job))
        .and(ATTEMPT.CLAIM_ID.eq(claim))
        .fetchOne(AttemptStore::attempt);
  }

  public static @Nullable Attempt ofToken(Tx tx, UUID job, UUID token) {
    return tx.sql()
        .selectFrom(ATTEMPT)
        .where(ATTEMPT.JOB_ID.eq(job))
        .and(ATTEMPT.TOKEN.eq(token))
        .fetchOne(AttemptStore::attempt);
  }

  /// Whether the token was given with a claim, and to a worker of another access token than
  /// `caller`.
  public static boolean isForeign(Tx tx, UUID job, UUID token, UUID caller) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(ATTEMPT)
                .join(WORKER)
                .on(WORKER.ID.eq(ATTEMPT.WORKER_ID))
                .where(ATTEMPT.JOB_ID.eq(job))
                .and(ATTEMPT.TOKEN.eq(token))
                .and(WORKER.TOKEN_ID.ne(caller)));
  }

  /// How many attempts of a job have come to an end that counts: one that was given back unharmed
  /// does not.
  public static int tries(Tx tx, UUID job) {
    return tx.sql()
        .fetchCount(
            ATTEMPT, ATTEMPT.JOB_ID.eq(job).and(ATTEMPT.OUTCOME.ne(Outcome.RELEASED.word())));
  }

  /// The digest of what came under an attempt's token as this batch; null if nothing did.
  public static @Nullable Sha256 batch(Tx tx, UUID token, String batch) {
    return tx.sql()
        .select(RESULT_BATCH.DIGEST)
        .from(RESULT_BATCH)
        .where(RESULT_BATCH.TOKEN.eq(token))
        .and(RESULT_BATCH.BATCH.eq(batch))
        .fetchOne(RESULT_BATCH.DIGEST);
  }

  public static void addBatch(Tx tx, UUID token, String batch, Sha256 digest) {
    tx.sql()
        .insertInto(RESULT_BATCH, RESULT_BATCH.TOKEN, RESULT_BATCH.BATCH, RESULT_BATCH.DIGEST)
        .values(token, batch, digest)
        .execute();
  }

  public static void done(Tx tx, UUID token, Sha256 digest) {
    tx.sql()
        .update(ATTEMPT)
        .set(ATTEMPT.OUTCOME, Outcome.DONE.word())
        .set(ATTEMPT.RESULT_DIGEST, digest)
        .set(ATTEMPT.ENDED_AT, DatabaseClock.now())
        .where(ATTEMPT.TOKEN.eq(token))
        .and(ATTEMPT.OUTCOME.isNull())
        .execute();
  }

  public static void ended(
      Tx tx, UUID token, Outcome outcome, @Nullable FailureClass failure, @Nullable String reason) {
    tx.sql()
        .update(ATTEMPT)
        .set(ATTEMPT.OUTCOME, outcome.word())
        .set(ATTEMPT.FAILURE_CLASS, failure == null ? null : failure.word())
        .set(ATTEMPT.FAILURE_REASON, reason)
        .set(ATTEMPT.ENDED_AT, DatabaseClock.now())
        .where(ATTEMPT.TOKEN.eq(token))
        .and(ATTEMPT.OUTCOME.isNull())
        .execute();
  }

  private static Attempt attempt(AttemptRecord row) {
    var outcome = row.getOutcome();
    return new Attempt(
        row.getJobId(),
        row.getNo(),
        row.getWorkerId(),
        row.getClaimId(),
        row.getToken(),
        outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getResultDigest());
  }
}
