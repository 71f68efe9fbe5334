package palmares.db.system;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;
import static palmares.db.schema.Tables.TEAM;

import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;

/// Systems, by team and name, and what exactly each version of them is.
public final class SystemStore {

  private SystemStore() {}

  /// The version of the team's system with exactly this specification, made if it is new.
  ///
  /// @param spec canonical JSON
  public static UUID version(Tx tx, UUID team, String name, String kind, String spec) {
    tx.sql()
        .insertInto(SYSTEM, SYSTEM.ID, SYSTEM.TEAM_ID, SYSTEM.NAME)
        .values(UuidV7.next(), team, name)
        .onConflictDoNothing()
        .execute();
    // Held, so that versions are numbered one after the other.
    var system =
        tx.sql()
            .select(SYSTEM.ID)
            .from(SYSTEM)
            .where(SYSTEM.TEAM_ID.eq(team))
            .and(SYSTEM.NAME.eq(name))
            .forUpdate()
            .fetchSingle()
            .value1();
    var digest = Sha256.of(spec);
    var known =
        tx.sql()
            .select(SYSTEM_VERSION.ID)
            .from(SYSTEM_VERSION)
            .where(SYSTEM_VERSION.SYSTEM_ID.eq(system))
            .and(SYSTEM_VERSION.SPEC_DIGEST.eq(digest))
            .fetchOne(SYSTEM_VERSION.ID);
    return known != null ? known : insert(tx, system, kind, spec, digest);
  }

  private static UUID insert(Tx tx, UUID system, String kind, String spec, Sha256 digest) {
    var last =
        tx.sql()
            .select(coalesce(max(SYSTEM_VERSION.VERSION), inline(0)))
            .from(SYSTEM_VERSION)
            .where(SYSTEM_VERSION.SYSTEM_ID.eq(system))
            .fetchSingle()
            .value1();
    var id = UuidV7.next();
    tx.sql()
        .insertInto(SYSTEM_VERSION)
        .set(SYSTEM_VERSION.ID, id)
        .set(SYSTEM_VERSION.SYSTEM_ID, system)
        .set(SYSTEM_VERSION.VERSION, last + 1)
        .set(SYSTEM_VERSION.KIND, kind)
        .set(SYSTEM_VERSION.SPEC, JSONB.valueOf(spec))
        .set(SYSTEM_VERSION.SPEC_DIGEST, digest)
        .execute();
    return id;
  }

  /// Systems of these teams, newest first.
  ///
  /// @param before the id that the page before ended with
  public static List<SystemRow> page(
      Tx tx, List<UUID> teams, boolean all, @Nullable UUID before, int limit) {
    var newer = SYSTEM_VERSION.as("newer");
    var any = SYSTEM_VERSION.as("any");
    var submissions =
        field(
            selectCount()
                .from(SUBMISSION)
                .join(any)
                .on(any.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
                .where(any.SYSTEM_ID.eq(SYSTEM.ID)));
    return tx.sql()
        .select(
            SYSTEM.ID,
            TEAM.NAME,
            SYSTEM.NAME,
            SYSTEM_VERSION.VERSION,
            SYSTEM_VERSION.KIND,
            SYSTEM_VERSION.SPEC,
            submissions,
            SYSTEM.CREATED_AT)
        .from(SYSTEM)
        .join(TEAM)
        .on(TEAM.ID.eq(SYSTEM.TEAM_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.SYSTEM_ID.eq(SYSTEM.ID))
        .whereNotExists(
            selectOne()
                .from(newer)
                .where(newer.SYSTEM_ID.eq(SYSTEM.ID))
                .and(newer.VERSION.gt(SYSTEM_VERSION.VERSION)))
        .and(all ? noCondition() : SYSTEM.TEAM_ID.in(teams))
        .and(before == null ? noCondition() : SYSTEM.ID.lt(before))
        .orderBy(SYSTEM.ID.desc())
        .limit(limit)
        .fetch(row ->
            new SystemRow(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6().data(),
                row.value7(),
                row.value8()));
  }

  /// Keys (`id@version`) of built-in systems: what workers offer that is no evaluator.
  ///
  /// @param everOffered also those of workers that are gone
  public static List<String> builtIns(Tx tx, boolean everOffered) {
    return tx.sql()
        .fetch(
            """
            select distinct offer from worker, unnest(offers) as offer
            where ({0} or state in ('live', 'draining'))
              and not exists (select from evaluator_version e
                where e.evaluator || '@' || e.version = offer)
            order by offer
            """,
            org.jooq.impl.DSL.val(everOffered))
        .getValues("offer", String.class);
  }
}
