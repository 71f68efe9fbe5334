package palmares.contract.quota;

import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.quota.Quotas.Entry;
import palmares.contract.quota.Quotas.Quota;

/// What a team has used of the submissions that benchmarks allow it each UTC day. What is left of
/// one is also told by the benchmark itself.
public interface QuotaApi {

  /// Those that the team has used something of today.
  @Get("/teams/{team}/quotas")
  List<Quota> quotas(@PathVariable String team);

  /// What was taken and what came back, newest first.
  @Get("/teams/{team}/quotas/entries")
  Page<Entry> entries(
      @PathVariable String team,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);
}
