package palmares.db.exclusion;

import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import palmares.db.NamedLock;
import palmares.db.Tx;

/// Exclusions: a row is never deleted, so that a snapshot can be made again after one was lifted.
public final class ExclusionStore {

  /// By kind, the name that a subject is kept under, if the version has it.
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "submission",
          "select id::text as name from submission where benchmark_version_id = {0} and id::text = lower({1})",
          "run",
          "select id::text as name from run where benchmark_version_id = {0} and id::text = lower({1})",
          "example",
          "select name from benchmark_example where version_id = {0} and name = {1}",
          "rater",
          """
          select name from (
            select evaluator || '@' || version as name from evaluator_version
            union
            select r.import_source from rater r join import i on i.rater_id = r.id
            where i.benchmark_version_id = {0} and r.import_source is not null) as known
          where name = {1}
          """);

  private static final String STANDS =
      "not exists (select from exclusion_lift lift where lift.exclusion_id = x.id)";

  /// The submission and the system of what is left out, where it has one.
  private static final String SUBMISSION =
      """
      left join run r on r.id = case when x.kind = 'run' then x.subject::uuid end
      left join submission s on s.id =
        case x.kind when 'submission' then x.subject::uuid when 'run' then r.submission_id end
      left join system_version w on w.id = s.system_version_id
      """;

  private static final String TOLD =
      """
      select x.*, a.name as by, l.name as lifter, lift.at as lifted_at, lift.reason as lift_reason,
        w.system_id as system, s.id as submission, s.team_id as team, b.team_id as owner
      from exclusion x
      join benchmark_version v on v.id = x.benchmark_version_id
      join benchmark b on b.id = v.benchmark_id
      join account a on a.id = x.account_id
      left join exclusion_lift lift on lift.exclusion_id = x.id
      left join account l on l.id = lift.account_id
      """
          + SUBMISSION;

  private static final String LEFT_OUT =
      """
      select x.id, x.kind, x.subject, x.reason, e.ordinal, w.system_id, s.id as submission
      from exclusion x
      left join benchmark_example e on x.kind = 'example'
        and e.version_id = x.benchmark_version_id and e.name = x.subject
      """
          + SUBMISSION;

  private ExclusionStore() {}

  /// The name that the subject is kept under; null if the version has none such.
  public static @Nullable String subject(Tx tx, UUID version, String kind, String subject) {
    var query = SUBJECTS.get(kind);
    if (query == null) {
      throw new IllegalArgumentException(
          "kind must be one of %s: '%s'".formatted(SUBJECTS.keySet(), kind));
    }
    var row = tx.sql().fetchOne(query, val(version), val(subject));
    return row == null ? null : row.get("name", String.class);
  }

  /// Waits until nobody else leaves out anything of this version.
  public static void hold(Tx tx, UUID version) {
    NamedLock.EXCLUSION.hold(tx, version);
  }

  /// @return whether it was added; otherwise the subject is left out already
  public static boolean insert(
      Tx tx, UUID id, UUID version, String kind, String subject, String reason, UUID account) {
    hold(tx, version);
    return tx.sql()
            .execute(
                """
                insert into exclusion (id, benchmark_version_id, kind, subject, reason, account_id)
                select {0}, {1}, {2}, {3}, {4}, {5}
                where not exists (select from exclusion x
                  where x.benchmark_version_id = {1} and x.kind = {2} and x.subject = {3} and
                """
                    + STANDS
                    + ")",
                val(id),
                val(version),
                val(kind),
                val(subject),
                val(reason),
                val(account))
        == 1;
  }

  /// @return whether it stood until now
  public static boolean lift(Tx tx, UUID version, UUID id, String reason, UUID account) {
    return tx.sql()
            .execute(
                """
                insert into exclusion_lift (exclusion_id, reason, account_id)
                select id, {2}, {3} from exclusion where id = {1} and benchmark_version_id = {0}
                on conflict do nothing
                """,
                val(version), val(id), val(reason), val(account))
        == 1;
  }

  public static boolean isLeftOut(Tx tx, UUID version, String kind, String subject) {
    return tx.sql()
        .fetchSingle(
            "select exists (select from exclusion x where x.benchmark_version_id = {0}"
                + " and x.kind = {1} and x.subject = {2} and "
                + STANDS
                + ")",
            val(version),
            val(kind),
            val(subject))
        .get(0, Boolean.class);
  }

  /// How many submissions with an ended run may lose evidence: that which is named, or that whose
  /// run is; all of the version for what all of them share.
  public static int concerned(Tx tx, UUID version, String kind, String subject) {
    return tx.sql()
        .fetchSingle(
            """
            select count(distinct s.id)::int
            from submission s
            join run r on r.submission_id = s.id and r.state in ('complete', 'partial')
            where s.benchmark_version_id = {0} and s.withdrawn_at is null
              and case {1} when 'submission' then s.id::text = {2} when 'run' then r.id::text = {2}
                else true end
            """,
            val(version), val(kind), val(subject))
        .get(0, Integer.class);
  }

  /// Titles of the leaderboards of a version.
  public static List<String> leaderboards(Tx tx, UUID version) {
    return tx.sql()
        .fetch(
            "select title from leaderboard where benchmark_version_id = {0} order by title",
            val(version))
        .getValues("title", String.class);
  }

  public static int countStanding(Tx tx, UUID version) {
    return tx.sql()
        .fetchSingle(
            "select count(*)::int from exclusion x where x.benchmark_version_id = {0} and "
                + STANDS,
            val(version))
        .get(0, Integer.class);
  }

  /// Which exclusions of a version are told.
  ///
  /// @param lifted only those that were lifted, or only those that stand, if given
  /// @param ids only these, if given
  public record Wanted(@Nullable Boolean lifted, @Nullable List<String> ids) {}

  /// Of a version, newest first.
  ///
  /// @param after what the page before ended with
  public static List<ExclusionRow> page(
      Tx tx, UUID version, Wanted wanted, @Nullable UUID after, int limit) {
    var ids = wanted.ids();
    return tx.sql()
        .fetch(
            TOLD
                + """
                where x.benchmark_version_id = {0}
                  and ({1}::boolean is null or (lift.at is not null) = {1})
                  and ({2}::uuid is null or (x.at, x.id) < (
                    select last.at, last.id from exclusion last
                    where last.id = {2} and last.benchmark_version_id = {0}))
                  and ({4}::text[] is null or x.id::text = any({4}))
                order by x.at desc, x.id desc limit {3}
                """,
            val(version),
            val(wanted.lifted(), Boolean.class),
            val(after, UUID.class),
            val(limit),
            val(ids == null ? null : ids.toArray(String[]::new), String[].class))
        .map(ExclusionStore::told);
  }

  private static ExclusionRow told(Record row) {
    var lifted = row.get("lifted_at", OffsetDateTime.class);
    return new ExclusionRow(
        row.get("id", UUID.class),
        row.get("kind", String.class),
        row.get("subject", String.class),
        row.get("system", UUID.class),
        row.get("submission", UUID.class),
        row.get("team", UUID.class),
        row.get("owner", UUID.class),
        row.get("reason", String.class),
        row.get("by", String.class),
        row.get("at", OffsetDateTime.class).toInstant(),
        row.get("lifter", String.class),
        lifted == null ? null : lifted.toInstant(),
        row.get("lift_reason", String.class));
  }

  /// What is left out of a version now. A submission that is withdrawn or has nothing to show would
  /// not stand on a board in any case, and is not named there for being left out.
  public static List<LeftOutRow> standing(Tx tx, UUID version) {
    return rows(
        tx.sql()
            .resultQuery(
                LEFT_OUT
                    + """
                    where x.benchmark_version_id = {0}
                      and (s.id is null or s.withdrawn_at is null and exists (
                        select from run ended
                        where ended.submission_id = s.id and ended.state in ('complete', 'partial')))
                      and
                    """
                    + STANDS
                    + " order by x.at, x.id",
                val(version)));
  }

  /// Those of a version with these ids, lifted or not.
  public static List<LeftOutRow> named(Tx tx, UUID version, Collection<String> ids) {
    return rows(
        tx.sql()
            .resultQuery(
                LEFT_OUT
                    + "where x.benchmark_version_id = {0} and x.id::text = any({1}) order by x.at, x.id",
                val(version),
                val(ids.toArray(String[]::new))));
  }

  private static List<LeftOutRow> rows(ResultQuery<?> query) {
    return query
        .fetch()
        .map(row ->
            new LeftOutRow(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                row.get("subject", String.class),
                row.get("reason", String.class),
                row.get("ordinal", Integer.class),
                row.get("system_id", UUID.class),
                row.get("submission", UUID.class)));
  }
}
