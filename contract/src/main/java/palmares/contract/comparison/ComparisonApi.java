package palmares.contract.comparison;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Two submissions to one version of a benchmark, side by side. Each must be one that the caller
/// may follow, or stand on a leaderboard that the caller may see; single examples are shown to who
/// may follow both, as far as the benchmark lets its submitters see.
public interface ComparisonApi {

  /// @param left and `right`: ids of submissions
  /// @param evaluator `id@version`; the benchmark's main metric if absent
  /// @param category only examples with this tag
  @Get("/comparisons/{left}/{right}")
  Comparison comparison(
      @PathVariable String left,
      @PathVariable String right,
      @QueryValue @Nullable String evaluator,
      @QueryValue @Nullable String category);

  /// @param order `example` (as in the benchmark, if absent) or `difference` (largest first, to
  ///   either side; a gap counts as the evaluator's worst value, where it has one)
  /// @param better only examples on which this one is better: `left`, `right` or `either`; a value
  ///   is better than a gap
  @Get("/comparisons/{left}/{right}/examples")
  Page<ComparedExample> examples(
      @PathVariable String left,
      @PathVariable String right,
      @QueryValue @Nullable String evaluator,
      @QueryValue @Nullable String category,
      @QueryValue @Nullable String order,
      @QueryValue @Nullable String better,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// One example with both whole responses, and its neighbours among those that the same query
  /// lists.
  @Get("/comparisons/{left}/{right}/examples/{example}")
  ComparedExample example(
      @PathVariable String left,
      @PathVariable String right,
      @PathVariable String example,
      @QueryValue @Nullable String evaluator,
      @QueryValue @Nullable String category,
      @QueryValue @Nullable String order,
      @QueryValue @Nullable String better);
}
