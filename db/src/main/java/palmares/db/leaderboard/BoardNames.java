package palmares.db.leaderboard;

import static org.jooq.impl.DSL.any;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;
import static palmares.db.schema.Tables.TEAM;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// The names behind the ids of a snapshot, as they are now.
public final class BoardNames {

  /// Name and team of each system, by its id.
  public Map<String, Named> systems(Tx tx, Collection<String> ids) {
    return tx
        .sql()
        .select(SYSTEM.ID, SYSTEM.NAME, TEAM.NAME)
        .from(SYSTEM)
        .join(TEAM)
        .on(TEAM.ID.eq(SYSTEM.TEAM_ID))
        .where(SYSTEM.ID.eq(any(uuids(ids))))
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.value1().toString(), row -> new Named(row.value2(), row.value3())));
  }

  /// What rows show of the submissions that stand for them, by submission id.
  public Map<String, Submitted> submissions(Tx tx, Collection<String> submissions) {
    return tx
        .sql()
        .select(SUBMISSION.ID, SYSTEM_VERSION.KIND, SUBMISSION.BASELINE, SUBMISSION.SUBMITTED_AT)
        .from(SUBMISSION)
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .where(SUBMISSION.ID.eq(any(uuids(submissions))))
        .fetch()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.value1().toString(),
                row -> new Submitted(row.value2(), row.value3(), row.value4())));
  }

  private static UUID[] uuids(Collection<String> ids) {
    return ids.stream().map(UUID::fromString).toArray(UUID[]::new);
  }

  /// @param team absent where it is not to be known
  public record Named(String system, @Nullable String team) {}

  /// @param kind built-in, outputs, endpoint, model or program
  public record Submitted(String kind, boolean baseline, Instant submittedAt) {}
}
