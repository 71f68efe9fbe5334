package palmares.contract.submission;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// A submission example by example, as far as the benchmark lets its submitters see.
public interface SubmissionExamplesApi {

  /// @param order `example` (as in the benchmark, if absent), `worst` (gaps, then the lowest values
  ///   of `evaluator` first) or `disagreement` (of the evaluators, largest first)
  /// @param evaluator `id@version`, for the order `worst`
  /// @param category only examples with this tag
  /// @param skip how many are passed over, from the beginning or the cursor on
  @Get("/submissions/{id}/examples")
  Page<EvaluatedExample> examples(
      @PathVariable String id,
      @QueryValue @Nullable String order,
      @QueryValue @Nullable String evaluator,
      @QueryValue @Nullable String category,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer skip,
      @QueryValue @Nullable Integer limit);

  /// One example with the whole response.
  @Get("/submissions/{id}/examples/{example}")
  EvaluatedExample example(@PathVariable String id, @PathVariable String example);
}
