package palmares.contract.leaderboard;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.page.Page;

/// What snapshots were made without.
public interface SnapshotExclusionApi {

  /// Newest first, each as it stands by now: what was lifted since says so.
  @Get("/snapshots/{id}/exclusions")
  Page<Exclusion> exclusions(
      @PathVariable String id,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);
}
