package palmares.api.benchmark;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.identity.Scope;
import palmares.api.problem.Refused;
import palmares.db.benchmark.Benchmark;
import palmares.db.benchmark.BenchmarkVersion;

/// Finds the version that a request names, for those who may change it.
@Singleton
class OwnVersions {

  private final Benchmarks benchmarks;
  private final Callers callers;

  OwnVersions(Benchmarks benchmarks, Callers callers) {
    this.benchmarks = benchmarks;
    this.callers = callers;
  }

  /// @throws Refused if there is none that the caller may see, or it is not of one of their teams
  BenchmarkVersion own(String name, String version) {
    var found = visible(name, version);
    if (!isOwn(callers.person(), found)) {
      throw notYours(name);
    }
    return found;
  }

  /// @throws Refused if there is none that the caller may see
  BenchmarkVersion visible(String name, @Nullable String version) {
    var found = benchmarks.find(callers.current(), name, version);
    if (found == null) {
      throw Refused.notFound("benchmark", version == null ? name : name + " " + version);
    }
    return found;
  }

  /// The benchmark, whatever has become of its versions.
  ///
  /// @throws Refused if there is none that the caller may see
  Benchmark benchmark(String name) {
    var found = benchmarks.benchmark(callers.current(), name);
    if (found == null) {
      throw Refused.notFound("benchmark", name);
    }
    return found;
  }

  private static Refused notYours(String name) {
    return Refused.forbidden("Only the team whose benchmark it is can change " + name + ".");
  }

  /// Whether a caller may change a version, as [#own] decides it.
  static boolean mayChange(Caller caller, BenchmarkVersion version) {
    return caller instanceof Caller.Person person
        && person.scopes().contains(Scope.ORGANISE)
        && isOwn(person, version);
  }

  private static boolean isOwn(Caller.Person person, BenchmarkVersion version) {
    return person.isIn(version.team()) || person.isAdmin();
  }
}
