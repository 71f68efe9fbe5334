package palmares.db.job;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.EVALUATOR_VERSION;
import static palmares.db.schema.Tables.RUN_EVALUATOR;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.job.RunSpec.EvaluatorPart;

/// Evaluator versions: which evaluator, in which version, with which settings gave a piece of
/// evidence.
public final class EvaluatorStore {

  private EvaluatorStore() {}

  /// The number in the keys of evidence, made at first use.
  public static int resolve(
      Tx tx, String evaluator, int version, String kind, Map<String, String> settings) {
    var digest = Json.digest(settings);
    var known = find(tx, evaluator, version, digest);
    if (known != null) {
      return known;
    }
    tx.sql()
        .insertInto(EVALUATOR_VERSION)
        .set(EVALUATOR_VERSION.EVALUATOR, evaluator)
        .set(EVALUATOR_VERSION.VERSION, version)
        .set(EVALUATOR_VERSION.KIND, kind)
        .set(EVALUATOR_VERSION.SETTINGS_DIGEST, digest)
        .onConflictDoNothing()
        .execute();
    return Objects.requireNonNull(find(tx, evaluator, version, digest));
  }

  private static @Nullable Integer find(Tx tx, String evaluator, int version, Sha256 digest) {
    return tx.sql()
        .select(EVALUATOR_VERSION.ID)
        .from(EVALUATOR_VERSION)
        .where(EVALUATOR_VERSION.EVALUATOR.eq(evaluator))
        .and(EVALUATOR_VERSION.VERSION.eq(version))
        .and(EVALUATOR_VERSION.SETTINGS_DIGEST.eq(digest))
        .fetchOne(Record1::value1);
  }

  /// Records that some worker offers an evaluator, with the range of a metric. The first range said
  /// stays: a version never changes.
  public static void offered(
      Tx tx,
      String evaluator,
      int version,
      String kind,
      @Nullable Double floor,
      @Nullable Double ceiling) {
    resolve(tx, evaluator, version, kind, Map.of());
    tx.sql()
        .update(EVALUATOR_VERSION)
        .set(EVALUATOR_VERSION.FLOOR, floor)
        .set(EVALUATOR_VERSION.CEILING, ceiling)
        .where(EVALUATOR_VERSION.EVALUATOR.eq(evaluator))
        .and(EVALUATOR_VERSION.VERSION.eq(version))
        .and(EVALUATOR_VERSION.FLOOR.isNull())
        .and(val(floor, Double.class).isNotNull())
        .execute();
  }

  /// The newest version of an evaluator that any worker has offered, with its kind; null if none
  /// ever has.
  public static @Nullable Offered newest(Tx tx, String evaluator) {
    return tx.sql()
        .select(EVALUATOR_VERSION.VERSION, EVALUATOR_VERSION.KIND)
        .from(EVALUATOR_VERSION)
        .where(EVALUATOR_VERSION.EVALUATOR.eq(evaluator))
        .orderBy(EVALUATOR_VERSION.VERSION.desc())
        .limit(1)
        .fetchOne(row -> new Offered(evaluator, row.value1(), row.value2()));
  }

  /// @param kind metric, judge, pairwise-judge or reward-model
  public record Offered(String evaluator, int version, String kind) {}

  /// Fixes which evidence a run is to give; the numbers of the evaluator versions, in order.
  public static List<Integer> fix(Tx tx, UUID run, RunSpec spec) {
    var ids =
        spec.evaluators().stream()
            .map(
                part -> resolve(tx, part.evaluator(), part.version(), part.kind(), part.settings()))
            .toList();
    for (int i = 0; i < ids.size(); i++) {
      tx.sql()
          .insertInto(RUN_EVALUATOR)
          .set(RUN_EVALUATOR.RUN_ID, run)
          .set(RUN_EVALUATOR.EVALUATOR_VERSION_ID, ids.get(i))
          .set(RUN_EVALUATOR.POSITION, i)
          .set(RUN_EVALUATOR.STAGE, spec.evaluators().get(i).stage().word())
          .execute();
    }
    return ids;
  }

  private static int resolve(Tx tx, EvaluatorPart part) {
    return resolve(tx, part.evaluator(), part.version(), part.kind(), part.settings());
  }

  /// The numbers of the evaluator versions of a run, in the order of its specification.
  public static List<Integer> of(Tx tx, UUID run) {
    return tx.sql()
        .select(RUN_EVALUATOR.EVALUATOR_VERSION_ID)
        .from(RUN_EVALUATOR)
        .where(RUN_EVALUATOR.RUN_ID.eq(run))
        .orderBy(RUN_EVALUATOR.POSITION)
        .fetch(Record1::value1);
  }
}
