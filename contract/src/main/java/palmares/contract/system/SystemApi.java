package palmares.contract.system;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Reading systems. They come into being with their first submission.
public interface SystemApi {

  /// The systems of the caller's teams.
  @Get("/systems")
  Page<SystemSummary> systems(
      @QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit);

  /// Keys (`id@version`) of the built-in systems that live workers offer now.
  @Get("/built-in-systems")
  List<String> builtIns();
}
