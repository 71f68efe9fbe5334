package palmares.db.job;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.EVALUATOR_VERSION;

import java.util.List;
import java.util.UUID;
import palmares.db.Tx;

/// What people ask of evaluators: which there are, where they run, and what they are used for.
public final class EvaluatorDirectory {

  private EvaluatorDirectory() {}

  /// Writes down what an evaluator is, as the worker says that offered it last.
  public static void describe(Tx tx, String evaluator, int version, String summary) {
    tx.sql()
        .update(EVALUATOR_VERSION)
        .set(EVALUATOR_VERSION.SUMMARY, summary)
        .where(EVALUATOR_VERSION.EVALUATOR.eq(evaluator))
        .and(EVALUATOR_VERSION.VERSION.eq(version))
        .and(EVALUATOR_VERSION.SUMMARY.ne(summary))
        .execute();
  }

  /// All versions, by id, newest first.
  public static List<EvaluatorListing> all(Tx tx) {
    return tx.sql()
        .fetch(
            """
            select e.*, array(
                select w.name from worker w
                where w.state = 'live' and e.evaluator || '@' || e.version = any(w.offers)
                order by w.name) as workers
            from (
              select evaluator, version, min(kind) as kind, max(summary) as summary,
                max(floor) as floor, max(ceiling) as ceiling
              from evaluator_version group by evaluator, version) e
            order by evaluator, version desc
            """)
        .map(row ->
            new EvaluatorListing(
                row.get("evaluator", String.class),
                row.get("version", Integer.class),
                row.get("kind", String.class),
                row.get("summary", String.class),
                row.get("floor", Double.class),
                row.get("ceiling", Double.class),
                List.of(row.get("workers", String[].class))));
  }

  /// A benchmark whose newest version is evaluated by `evaluator` (`id@version`).
  public record Use(String evaluator, String benchmark, String version, String title) {}

  /// Which benchmarks use which evaluators.
  ///
  /// @param teams whose own benchmarks are named beside the public ones
  public static List<Use> uses(Tx tx, List<UUID> teams, boolean all) {
    return tx.sql()
        .fetch(
            """
            select key.evaluator, b.name, v.version, b.title
            from benchmark b
            cross join lateral (
              select version, spec from benchmark_version
              where benchmark_id = b.id and state <> 'withdrawn' order by no desc limit 1) v
            cross join lateral jsonb_array_elements_text(v.spec -> 'evaluators') as key(evaluator)
            where {0} or b.visibility = 'public' or b.team_id = any({1})
            order by b.name
            """,
            val(all), val(teams.toArray(UUID[]::new)))
        .map(row ->
            new Use(
                row.get("evaluator", String.class),
                row.get("name", String.class),
                row.get("version", String.class),
                row.get("title", String.class)));
  }
}
