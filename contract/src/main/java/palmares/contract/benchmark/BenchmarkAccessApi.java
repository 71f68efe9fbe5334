package palmares.contract.benchmark;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;

/// Whose a benchmark is and who may see it, for the team that owns it.
public interface BenchmarkAccessApi {

  @Get("/benchmarks/{name}/access")
  BenchmarkAccess access(@PathVariable String name);

  /// Hides a benchmark, shows it, or hands it to another team of the caller.
  @Put("/benchmarks/{name}/access")
  BenchmarkAccess setAccess(@PathVariable String name, @Body BenchmarkAccess access);
}
