package palmares.api.leaderboard;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.api.page.Cursor;
import palmares.api.page.Pages;
import palmares.api.system.Anonymity;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.page.Page;
import palmares.db.Tx;
import palmares.db.exclusion.ExclusionRow;
import palmares.db.leaderboard.BoardNames.Named;

/// Exclusions as one viewer sees them: systems by the names that the viewer sees them under, a
/// submission only to who may follow it, and who decided only to who may change the benchmark.
public final class SeenExclusions {

  private final Caller viewer;
  private final Map<String, Named> systems;

  private SeenExclusions(Caller viewer, Map<String, Named> systems) {
    this.viewer = viewer;
    this.systems = systems;
  }

  /// @param rows of this version, one more than `size` where there is a next page
  public static Page<Exclusion> page(
      Tx tx, UUID benchmarkVersion, List<ExclusionRow> rows, int size, Caller viewer) {
    var seen = new SeenExclusions(viewer, names(tx, benchmarkVersion, rows, viewer));
    return Pages.of(rows, size, row -> Cursor.after(row.id()), seen::of);
  }

  private static Map<String, Named> names(
      Tx tx, UUID benchmarkVersion, List<ExclusionRow> rows, Caller viewer) {
    var systems =
        rows.stream()
            .flatMap(row -> Stream.ofNullable(row.system()))
            .map(UUID::toString)
            .distinct()
            .toList();
    return systems.isEmpty()
        ? Map.of()
        : SeenNames.of(tx, systems, Anonymity.of(tx, benchmarkVersion, viewer));
  }

  private Exclusion of(ExclusionRow row) {
    var isOwner = isIn(row.owner());
    var submission = row.submission();
    var isFollowed = isOwner || isIn(row.team());
    return new Exclusion(
        row.id().toString(),
        row.kind(),
        row.subject(),
        row.system() == null ? null : name(row.system()),
        submission != null && isFollowed ? submission.toString() : null,
        row.reason(),
        isOwner ? row.by() : null,
        row.at(),
        isOwner ? row.liftedBy() : null,
        row.liftedAt(),
        row.liftReason());
  }

  private @Nullable String name(UUID system) {
    var named = systems.get(system.toString());
    return named == null ? null : named.system();
  }

  private boolean isIn(@Nullable UUID team) {
    return viewer instanceof Caller.Person person
        && (person.isAdmin() || team != null && person.isIn(team));
  }
}
