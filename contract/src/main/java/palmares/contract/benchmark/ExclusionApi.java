package palmares.contract.benchmark;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// What organisers leave out of the leaderboards of a version. The evidence itself stays, and
/// whatever was left out counts again once that is lifted.
public interface ExclusionApi {

  /// Newest first.
  ///
  /// @param lifted `true` for those alone that were lifted, `false` for those that stand; both if
  ///   absent
  @Get("/benchmarks/{name}/versions/{version}/exclusions")
  Page<Exclusion> exclusions(
      @PathVariable String name,
      @PathVariable String version,
      @QueryValue @Nullable String lifted,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// Leaves something out; the leaderboards are built anew without it and say so.
  @Post("/benchmarks/{name}/versions/{version}/exclusions")
  HttpResponse<Exclusion> exclude(
      @PathVariable String name, @PathVariable String version, @Body NewExclusion exclusion);

  /// Says what leaving something out would concern, or why it cannot be, and leaves nothing out.
  @Post("/benchmarks/{name}/versions/{version}/exclusions/check")
  ExclusionCheck check(
      @PathVariable String name, @PathVariable String version, @Body NewExclusion exclusion);

  /// Lets it count again; the first reason stays where it does so already.
  @Post("/benchmarks/{name}/versions/{version}/exclusions/{id}/lift")
  Exclusion lift(
      @PathVariable String name,
      @PathVariable String version,
      @PathVariable String id,
      @Body ExclusionLift lift);
}
