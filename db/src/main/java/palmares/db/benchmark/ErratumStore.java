package palmares.db.benchmark;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static palmares.db.schema.Tables.ERRATUM;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Errata: why gold was mended, and whether everything has been scored again under it.
public final class ErratumStore {

  private static final String RESCORING = "rescoring";
  private static final String DONE = "done";
  private static final String SUPERSEDED = "superseded";

  private ErratumStore() {}

  /// Makes everyone else who mends the gold of this version wait until the transaction ends.
  public static void lock(Tx tx, UUID version) {
    NamedLock.ERRATUM.hold(tx, version);
  }

  /// Adds one that is due at once, in place of all before it.
  public static void insert(
      Tx tx, UUID version, int revision, String reason, int examples, UUID account) {
    tx.sql()
        .update(ERRATUM)
        .set(ERRATUM.STATE, SUPERSEDED)
        .set(ERRATUM.STATE_SINCE, DatabaseClock.now())
        .setNull(ERRATUM.DUE_AT)
        .where(ERRATUM.VERSION_ID.eq(version))
        .and(ERRATUM.STATE.eq(RESCORING))
        .execute();
    tx.sql()
        .insertInto(ERRATUM)
        .set(ERRATUM.VERSION_ID, version)
        .set(ERRATUM.REVISION, revision)
        .set(ERRATUM.REASON, reason)
        .set(ERRATUM.EXAMPLES, examples)
        .set(ERRATUM.ACCOUNT_ID, account)
        .set(ERRATUM.STATE, RESCORING)
        .set(ERRATUM.DUE_AT, DatabaseClock.now())
        .execute();
  }

  /// The errata of a version, newest first.
  public static List<Erratum> of(Tx tx, UUID version) {
    return tx.sql()
        .selectFrom(ERRATUM)
        .where(ERRATUM.VERSION_ID.eq(version))
        .orderBy(ERRATUM.REVISION.desc())
        .fetch(ErratumStore::row);
  }

  /// One that is due, held until the transaction ends; in any order, so that one that cannot be
  /// dealt with does not keep the others waiting.
  public static @Nullable Erratum due(Tx tx) {
    return tx.sql()
        .selectFrom(ERRATUM)
        .where(ERRATUM.DUE_AT.le(DatabaseClock.now()))
        .orderBy(DSL.rand())
        .limit(1)
        .forUpdate()
        .skipLocked()
        .fetchOne(ErratumStore::row);
  }

  /// Looks at a held one again after a while.
  public static void again(Tx tx, Erratum erratum, Duration pause) {
    tx.sql()
        .update(ERRATUM)
        .set(ERRATUM.DUE_AT, DatabaseClock.in(pause))
        .where(ERRATUM.VERSION_ID.eq(erratum.version()))
        .and(ERRATUM.REVISION.eq(erratum.revision()))
        .and(ERRATUM.STATE.eq(RESCORING))
        .execute();
  }

  /// Ends a held one: nothing is left to be scored again.
  public static void done(Tx tx, Erratum erratum) {
    tx.sql()
        .update(ERRATUM)
        .set(ERRATUM.STATE, DONE)
        .set(ERRATUM.STATE_SINCE, DatabaseClock.now())
        .setNull(ERRATUM.DUE_AT)
        .where(ERRATUM.VERSION_ID.eq(erratum.version()))
        .and(ERRATUM.REVISION.eq(erratum.revision()))
        .and(ERRATUM.STATE.eq(RESCORING))
        .execute();
  }

  /// Says that a run has ended under an earlier revision of the gold, if there is a later one: the
  /// newest scores it again, and no other. Also if that is not done yet: whoever holds it to end it
  /// has not seen this run, and must not have the last word.
  public static void runEnded(Tx tx, UUID version, int revision) {
    var newest = ERRATUM.as("newest");
    tx.sql()
        .update(ERRATUM)
        .set(ERRATUM.STATE, RESCORING)
        .set(
            ERRATUM.STATE_SINCE,
            DSL.when(ERRATUM.STATE.eq(DONE), DatabaseClock.now()).otherwise(ERRATUM.STATE_SINCE))
        .set(ERRATUM.DUE_AT, DatabaseClock.now())
        .where(ERRATUM.VERSION_ID.eq(version))
        .and(ERRATUM.REVISION.gt(revision))
        .and(
            ERRATUM.REVISION.eq(
                select(max(newest.REVISION)).from(newest).where(newest.VERSION_ID.eq(version))))
        .execute();
  }

  /// Says that something counts again that the newest erratum may have passed over, if there is
  /// one.
  public static void passedOver(Tx tx, UUID version) {
    runEnded(tx, version, 0);
  }

  private static Erratum row(Record row) {
    return new Erratum(
        row.get(ERRATUM.VERSION_ID),
        row.get(ERRATUM.REVISION),
        row.get(ERRATUM.REASON),
        row.get(ERRATUM.EXAMPLES),
        row.get(ERRATUM.STATE),
        row.get(ERRATUM.CREATED_AT));
  }
}
