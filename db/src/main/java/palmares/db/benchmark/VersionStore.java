package palmares.db.benchmark;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Sha256;
import palmares.db.Tx;

/// What an organiser may change of a published version: when it is open, and whether it is there.
public final class VersionStore {

  private VersionStore() {}

  /// All versions of a benchmark, newest first.
  public static List<VersionRow> all(Tx tx, UUID benchmark) {
    return tx.sql()
        .fetch(
            """
            select v.version, v.state, v.state_reason, v.opens_at, v.closes_at, v.examples,
              v.spec_digest, v.created_at,
              (select count(*)::int from submission s
                where s.benchmark_version_id = v.id and s.withdrawn_at is null) as submissions,
              coalesce((select max(revision) from gold_document g where g.version_id = v.id), 1)
                as gold_revision
            from benchmark_version v where v.benchmark_id = {0} order by v.no desc
            """,
            val(benchmark))
        .map(row ->
            new VersionRow(
                row.get("version", String.class),
                row.get("state", String.class),
                row.get("state_reason", String.class),
                row.get("opens_at", Instant.class),
                row.get("closes_at", Instant.class),
                row.get("examples", Integer.class),
                row.get("submissions", Integer.class),
                row.get("gold_revision", Integer.class),
                Sha256.ofDigest(row.get("spec_digest", byte[].class)),
                row.get("created_at", Instant.class)));
  }

  /// False when it is not published any more.
  public static boolean schedule(
      Tx tx, UUID version, @Nullable Instant opensAt, @Nullable Instant closesAt) {
    return tx.sql()
            .update(BENCHMARK_VERSION)
            .set(BENCHMARK_VERSION.OPENS_AT, opensAt)
            .set(BENCHMARK_VERSION.CLOSES_AT, closesAt)
            .where(BENCHMARK_VERSION.ID.eq(version))
            .and(BENCHMARK_VERSION.STATE.eq("published"))
            .execute()
        == 1;
  }

  /// One conditional change of state; false when it was not in the expected one any more. What is
  /// not published is closed as of now.
  public static boolean change(
      Tx tx, UUID version, String from, String to, @Nullable String reason) {
    var update =
        tx.sql()
            .update(BENCHMARK_VERSION)
            .set(BENCHMARK_VERSION.STATE, to)
            .set(BENCHMARK_VERSION.STATE_REASON, reason);
    var timed =
        to.equals("published")
            ? update.setNull(BENCHMARK_VERSION.CLOSES_AT)
            : update.set(BENCHMARK_VERSION.CLOSES_AT, DatabaseClock.now());
    return timed
            .where(BENCHMARK_VERSION.ID.eq(version))
            .and(BENCHMARK_VERSION.STATE.eq(from))
            .execute()
        == 1;
  }
}
