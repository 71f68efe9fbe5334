package palmares.contract.battle;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Whom judges of pairs compare a submission with.
public interface OpponentApi {

  /// Of the submission's newest run: those that were ready before it, the skipped ones among them
  /// with the reason, and those that came later and are compared with it.
  @Get("/submissions/{id}/opponents")
  Page<Opponent> opponents(
      @PathVariable String id,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);
}
