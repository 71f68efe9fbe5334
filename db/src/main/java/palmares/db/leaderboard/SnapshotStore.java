package palmares.db.leaderboard;

import static org.jooq.impl.DSL.noCondition;
import static palmares.db.schema.Tables.SNAPSHOT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.schema.tables.records.SnapshotRecord;

/// Snapshots: added, never changed.
public final class SnapshotStore {

  /// Adds a snapshot; another of the same revision, left by a builder that broke off, stays.
  public void insert(
      Tx tx,
      UUID id,
      UUID leaderboardId,
      long revision,
      String document,
      Sha256 digest,
      String provenance) {
    tx.sql()
        .insertInto(SNAPSHOT)
        .set(SNAPSHOT.ID, id)
        .set(SNAPSHOT.LEADERBOARD_ID, leaderboardId)
        .set(SNAPSHOT.REVISION, revision)
        .set(SNAPSHOT.DOCUMENT, document)
        .set(SNAPSHOT.DIGEST, digest)
        .set(SNAPSHOT.PROVENANCE, JSONB.jsonb(provenance))
        .onConflict(SNAPSHOT.LEADERBOARD_ID, SNAPSHOT.REVISION)
        .doNothing()
        .execute();
  }

  public Optional<Snapshot> newest(Tx tx, UUID leaderboardId) {
    return tx.sql()
        .selectFrom(SNAPSHOT)
        .where(SNAPSHOT.LEADERBOARD_ID.eq(leaderboardId))
        .orderBy(SNAPSHOT.REVISION.desc())
        .limit(1)
        .fetchOptional(SnapshotStore::snapshot);
  }

  /// The newest snapshot's id, without reading its document.
  public Optional<UUID> newestId(Tx tx, UUID leaderboardId) {
    return tx.sql()
        .select(SNAPSHOT.ID)
        .from(SNAPSHOT)
        .where(SNAPSHOT.LEADERBOARD_ID.eq(leaderboardId))
        .orderBy(SNAPSHOT.REVISION.desc())
        .limit(1)
        .fetchOptional(SNAPSHOT.ID);
  }

  public Optional<Snapshot> find(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(SNAPSHOT)
        .where(SNAPSHOT.ID.eq(id))
        .fetchOptional(SnapshotStore::snapshot);
  }

  /// Snapshots of a leaderboard, newest first.
  ///
  /// @param below only revisions below this one, if given
  public List<Snapshot> page(Tx tx, UUID leaderboardId, @Nullable Long below, int limit) {
    return tx.sql()
        .selectFrom(SNAPSHOT)
        .where(SNAPSHOT.LEADERBOARD_ID.eq(leaderboardId))
        .and(below == null ? noCondition() : SNAPSHOT.REVISION.lt(below))
        .orderBy(SNAPSHOT.REVISION.desc())
        .limit(limit)
        .fetch(SnapshotStore::snapshot);
  }

  private static Snapshot snapshot(SnapshotRecord row) {
    return new Snapshot(
        row.getId(),
        row.getLeaderboardId(),
        row.getRevision(),
        row.getDocument(),
        row.getDigest(),
        row.getProvenance().data(),
        row.getCreatedAt());
  }
}
