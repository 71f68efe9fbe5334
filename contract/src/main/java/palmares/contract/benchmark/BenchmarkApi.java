package palmares.contract.benchmark;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Reading benchmarks. Publishing is `POST /benchmarks` (multipart: `benchmark`, `examples`), see
/// [PublishedBenchmark].
public interface BenchmarkApi {

  @Get("/benchmarks")
  Page<BenchmarkSummary> benchmarks(
      @QueryValue @Nullable String cursor, @QueryValue @Nullable Integer limit);

  /// @param version the newest published one if absent
  /// @param team of the caller whose quota is told; the caller's personal one if absent
  @Get("/benchmarks/{name}")
  BenchmarkDetail benchmark(
      @PathVariable String name,
      @QueryValue @Nullable String version,
      @QueryValue @Nullable String team);

  @Get("/benchmarks/{name}/versions/{version}/examples")
  Page<ExampleLine> examples(
      @PathVariable String name,
      @PathVariable String version,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// All inputs as JSON lines, streamed; the same bytes for the same version.
  @Get(
      value = "/benchmarks/{name}/versions/{version}/examples.jsonl",
      produces = "application/jsonl")
  HttpResponse<?> inputs(@PathVariable String name, @PathVariable String version);

  /// A submission file with every id filled in and every text empty.
  @Get(
      value = "/benchmarks/{name}/versions/{version}/template.jsonl",
      produces = "application/jsonl")
  HttpResponse<?> template(@PathVariable String name, @PathVariable String version);
}
