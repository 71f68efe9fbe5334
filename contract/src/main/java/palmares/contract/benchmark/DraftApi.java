package palmares.contract.benchmark;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.List;

/// Drafts: what is to become a version of a benchmark. A draft may be wrong and may change; what is
/// published from it never does. Uploading a new one is `POST /drafts` as multipart (`benchmark`,
/// `examples`).
public interface DraftApi {

  /// Those of the caller's teams, newest first.
  @Get("/drafts")
  List<DraftSummary> drafts();

  @Post("/drafts")
  HttpResponse<DraftDetail> create(@Body NewDraft draft);

  /// A draft with the files of a published version, gold included, to make the next one of.
  @Post("/benchmarks/{name}/versions/{version}/draft")
  HttpResponse<DraftDetail> createFrom(@PathVariable String name, @PathVariable String version);

  @Get("/drafts/{id}")
  DraftDetail draft(@PathVariable String id);

  /// Replaces both files. 409 if someone else has changed it since `revision`.
  @Put("/drafts/{id}")
  DraftDetail replace(@PathVariable String id, @Body NewDraft draft);

  @Delete("/drafts/{id}")
  HttpResponse<?> delete(@PathVariable String id);

  /// Publishes it, for ever, and ends the draft.
  @Post("/drafts/{id}/publish")
  HttpResponse<PublishedBenchmark> publish(@PathVariable String id, @Body PublishDraft order);
}
