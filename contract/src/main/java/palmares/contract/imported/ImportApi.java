package palmares.contract.imported;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Evidence that others measured, as it was taken.
public interface ImportApi {

  /// Newest first, of the benchmarks that the caller may see.
  ///
  /// @param benchmark only its imports
  @Get("/imports")
  Page<ImportEntry> imports(
      @QueryValue @Nullable String benchmark,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);
}
