package palmares.db.job;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static palmares.db.schema.Tables.ATTEMPT;
import static palmares.db.schema.Tables.JOB;
import static palmares.db.schema.Tables.RESULT_BATCH;
import static palmares.db.schema.Tables.WORKER;

import java.util.List;
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

  /// What a worker took, newest first, and who took the same job next.
  public static List<WorkerAttempt> ofWorker(
      Tx tx, UUID worker, LedgerStore.@Nullable After after, int limit) {
    var next = ATTEMPT.as("next");
    return tx.sql()
        .select(
            ATTEMPT.JOB_ID,
            JOB.STAGE,
            JOB.OFFER,
            ATTEMPT.NO,
            ATTEMPT.CLAIMED_AT,
            ATTEMPT.ENDED_AT,
            ATTEMPT.OUTCOME,
            WORKER.NAME,
            next.CLAIMED_AT,
            next.OUTCOME)
        .from(ATTEMPT)
        .join(JOB)
        .on(JOB.ID.eq(ATTEMPT.JOB_ID))
        .leftJoin(next)
        .on(next.JOB_ID.eq(ATTEMPT.JOB_ID))
        .and(next.NO.eq(ATTEMPT.NO.plus(1)))
        .leftJoin(WORKER)
        .on(WORKER.ID.eq(next.WORKER_ID))
        .where(ATTEMPT.WORKER_ID.eq(worker))
        .and(
            after == null
                ? noCondition()
                : row(ATTEMPT.CLAIMED_AT, ATTEMPT.JOB_ID).lt(after.at(), after.job()))
        .orderBy(ATTEMPT.CLAIMED_AT.desc(), ATTEMPT.JOB_ID.desc())
        .limit(limit)
        .fetch(each ->
            new WorkerAttempt(
                each.value1(),
                each.value2(),
                each.value3(),
                each.value4(),
                each.value5(),
                each.value6(),
                each.value7(),
                each.value8() == null
                    ? null
                    : new WorkerAttempt.Next(each.value8(), each.value9(), each.value10())));
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
