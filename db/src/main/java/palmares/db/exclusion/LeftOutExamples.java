package palmares.db.exclusion;

import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// Which examples of a benchmark version organisers leave out of its leaderboards.
public final class LeftOutExamples {

  private LeftOutExamples() {}

  /// Why an example is left out, null if it is not, as an expression within a statement.
  ///
  /// @param version and `name`: expressions for the id of the version and the example's name
  public static String reason(String version, String name) {
    return """
    (select max(x.reason) from exclusion x
      where x.benchmark_version_id = %s and x.kind = 'example' and x.subject = %s
        and not exists (select from exclusion_lift lift where lift.exclusion_id = x.id))\
    """
        .formatted(version, name);
  }

  /// @param category only examples with this tag, if given
  public static int count(Tx tx, UUID version, @Nullable String category) {
    return tx.sql()
        .fetchSingle(
            """
            select count(*)::int from exclusion x
            join benchmark_example b on b.version_id = {0} and b.name = x.subject
            where x.benchmark_version_id = {0} and x.kind = 'example'
              and ({1}::text is null or {1} = any(b.tags))
              and not exists (select from exclusion_lift lift where lift.exclusion_id = x.id)
            """,
            val(version), val(category))
        .get(0, Integer.class);
  }
}
