package palmares.db.benchmark;

import static org.jooq.impl.DSL.noCondition;
import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.BENCHMARK_DRAFT;

import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;

/// Drafts of benchmark versions.
public final class DraftStore {

  private DraftStore() {}

  /// @param name and `version`: as far as they can be read
  public record Written(
      @Nullable String name, @Nullable String version, String spec, String examples) {}

  public static void insert(Tx tx, UUID id, UUID team, UUID account, Written written) {
    tx.sql()
        .insertInto(BENCHMARK_DRAFT)
        .set(BENCHMARK_DRAFT.ID, id)
        .set(BENCHMARK_DRAFT.TEAM_ID, team)
        .set(BENCHMARK_DRAFT.NAME, written.name())
        .set(BENCHMARK_DRAFT.VERSION, written.version())
        .set(BENCHMARK_DRAFT.SPEC, written.spec())
        .set(BENCHMARK_DRAFT.EXAMPLES, written.examples())
        .set(BENCHMARK_DRAFT.UPDATED_BY, account)
        .execute();
  }

  /// Replaces it; false when it is not as of this revision any more.
  public static boolean replace(Tx tx, UUID id, int revision, UUID account, Written written) {
    return tx.sql()
            .update(BENCHMARK_DRAFT)
            .set(BENCHMARK_DRAFT.NAME, written.name())
            .set(BENCHMARK_DRAFT.VERSION, written.version())
            .set(BENCHMARK_DRAFT.SPEC, written.spec())
            .set(BENCHMARK_DRAFT.EXAMPLES, written.examples())
            .set(BENCHMARK_DRAFT.REVISION, BENCHMARK_DRAFT.REVISION.plus(1))
            .set(BENCHMARK_DRAFT.UPDATED_BY, account)
            .set(BENCHMARK_DRAFT.UPDATED_AT, DatabaseClock.now())
            .where(BENCHMARK_DRAFT.ID.eq(id))
            .and(BENCHMARK_DRAFT.REVISION.eq(revision))
            .execute()
        == 1;
  }

  public static boolean delete(Tx tx, UUID id) {
    return tx.sql().deleteFrom(BENCHMARK_DRAFT).where(BENCHMARK_DRAFT.ID.eq(id)).execute() == 1;
  }

  /// Deletes it unless it has changed since that revision.
  public static boolean delete(Tx tx, UUID id, int revision) {
    return tx.sql()
            .deleteFrom(BENCHMARK_DRAFT)
            .where(BENCHMARK_DRAFT.ID.eq(id), BENCHMARK_DRAFT.REVISION.eq(revision))
            .execute()
        == 1;
  }

  public static @Nullable Draft find(Tx tx, UUID id) {
    return tx.sql()
        .select(BENCHMARK_DRAFT.fields())
        .select(ACCOUNT.NAME)
        .from(BENCHMARK_DRAFT)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(BENCHMARK_DRAFT.UPDATED_BY))
        .where(BENCHMARK_DRAFT.ID.eq(id))
        .fetchOne(
            row -> row(row, row.get(BENCHMARK_DRAFT.SPEC), row.get(BENCHMARK_DRAFT.EXAMPLES)));
  }

  /// Drafts of these teams, newest first, without their files.
  public static List<Draft> of(Tx tx, List<UUID> teams, boolean all, int limit) {
    return tx.sql()
        .select(
            BENCHMARK_DRAFT.ID,
            BENCHMARK_DRAFT.TEAM_ID,
            BENCHMARK_DRAFT.NAME,
            BENCHMARK_DRAFT.VERSION,
            BENCHMARK_DRAFT.REVISION,
            BENCHMARK_DRAFT.UPDATED_AT,
            ACCOUNT.NAME)
        .from(BENCHMARK_DRAFT)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(BENCHMARK_DRAFT.UPDATED_BY))
        .where(all ? noCondition() : BENCHMARK_DRAFT.TEAM_ID.in(teams))
        .orderBy(BENCHMARK_DRAFT.UPDATED_AT.desc(), BENCHMARK_DRAFT.ID)
        .limit(limit)
        .fetch(row -> row(row, "", ""));
  }

  public static int count(Tx tx, UUID team) {
    return tx.sql().fetchCount(BENCHMARK_DRAFT, BENCHMARK_DRAFT.TEAM_ID.eq(team));
  }

  private static Draft row(Record row, String spec, String examples) {
    return new Draft(
        row.get(BENCHMARK_DRAFT.ID),
        row.get(BENCHMARK_DRAFT.TEAM_ID),
        row.get(BENCHMARK_DRAFT.NAME),
        row.get(BENCHMARK_DRAFT.VERSION),
        spec,
        examples,
        row.get(BENCHMARK_DRAFT.REVISION),
        row.get(ACCOUNT.NAME),
        row.get(BENCHMARK_DRAFT.UPDATED_AT));
  }
}
