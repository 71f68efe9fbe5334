package palmares.contract.benchmark;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.util.List;

/// Errata of published versions. Publishing one is `POST
/// /benchmarks/{name}/versions/{version}/errata`, as JSON ([NewErratum]) or multipart (`erratum`,
/// `reason`); the answer is an [ErratumAnswer].
public interface ErratumApi {

  /// Newest first.
  @Get("/benchmarks/{name}/versions/{version}/errata")
  List<ErratumStatus> errata(@PathVariable String name, @PathVariable String version);

  /// Lets the leaderboards go over to the newest revision now; rows that are not scored under it
  /// yet are listed as pending.
  @Post("/benchmarks/{name}/versions/{version}/errata/{revision}/switch")
  ErratumStatus switchBoards(
      @PathVariable String name, @PathVariable String version, @PathVariable int revision);

  /// Tries again what could not be scored under the newest revision.
  @Post("/benchmarks/{name}/versions/{version}/errata/{revision}/retry")
  ErratumStatus retryRescore(
      @PathVariable String name, @PathVariable String version, @PathVariable int revision);
}
