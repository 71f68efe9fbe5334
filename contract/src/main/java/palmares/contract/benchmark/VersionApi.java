package palmares.contract.benchmark;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import java.util.List;

/// The versions of a benchmark: when they are open, and whether they are there.
public interface VersionApi {

  /// Newest first, withdrawn ones included.
  @Get("/benchmarks/{name}/versions")
  List<VersionStatus> versions(@PathVariable String name);

  /// Sets both dates.
  @Put("/benchmarks/{name}/versions/{version}/schedule")
  VersionStatus schedule(
      @PathVariable String name, @PathVariable String version, @Body VersionChange.Schedule change);

  /// Closes a version now, opens a closed one again, or withdraws it for good. A withdrawn version
  /// is in no list; its address, its leaderboards and their snapshots stay.
  @Put("/benchmarks/{name}/versions/{version}/state")
  VersionStatus state(
      @PathVariable String name, @PathVariable String version, @Body VersionChange.State change);
}
