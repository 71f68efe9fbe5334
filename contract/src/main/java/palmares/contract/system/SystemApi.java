package palmares.contract.system;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
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

  /// What its team says of a system: for whoever may see a row of it on a leaderboard, unless it is
  /// anonymous to them.
  @Get("/systems/{id}")
  SystemDetail system(@PathVariable String id);

  /// Shows everyone the name and the card of an anonymous system and whose it is, on every
  /// leaderboard and in older snapshots too. There is no way back.
  @Post("/systems/{id}/publish")
  SystemSummary publish(@PathVariable String id);

  /// Keys (`id@version`) of the built-in systems that live workers offer now.
  @Get("/built-in-systems")
  List<String> builtIns();
}
