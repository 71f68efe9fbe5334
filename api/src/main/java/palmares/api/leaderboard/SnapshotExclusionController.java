package palmares.api.leaderboard;

import io.micronaut.http.annotation.Controller;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Access;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.leaderboard.SnapshotExclusionApi;
import palmares.contract.page.Page;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.exclusion.ExclusionStore;
import palmares.db.exclusion.ExclusionStore.Wanted;

/// Says what a snapshot was made without, to those who may see its benchmark.
@Controller("/api/v1")
final class SnapshotExclusionController implements SnapshotExclusionApi {

  private final Database database;
  private final VisibleBoards visible;

  SnapshotExclusionController(Database database, VisibleBoards visible) {
    this.database = database;
    this.visible = visible;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Page<Exclusion> exclusions(String id, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var after = from == null ? null : Ids.parse("page", from.key(0));
    return database.transact(tx -> {
      var snapshot = visible.snapshot(tx, id);
      var version = visible.board(tx, snapshot.leaderboardId()).benchmarkVersionId();
      var leftOut = LeftOut.of(Json.read(snapshot.provenance(), Provenance.class));
      var ids = leftOut.exclusions().stream().map(Provenance.Exclusion::id).toList();
      var rows = ExclusionStore.page(tx, version, new Wanted(null, ids), after, size + 1);
      return SeenExclusions.page(tx, version, rows, size, visible.caller());
    });
  }
}
