package palmares.api.benchmark;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.benchmark.Benchmark;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;

/// Published benchmarks as far as a caller may see them.
@Singleton
public final class Benchmarks {

  private final Database database;

  Benchmarks(Database database) {
    this.database = database;
  }

  /// The version, or null if there is none that this caller may see.
  ///
  /// @param version the newest one that is not withdrawn if absent
  public @Nullable BenchmarkVersion find(Caller caller, String name, @Nullable String version) {
    return database.transact(tx -> new Found(find(tx, caller, name, version))).version();
  }

  /// [#find(Caller, String, String)] in a transaction at hand.
  public static @Nullable BenchmarkVersion find(
      Tx tx, Caller caller, String name, @Nullable String version) {
    var found = BenchmarkStore.version(tx, name, version);
    return found != null && (found.isPublic() || sees(caller, found.team())) ? found : null;
  }

  /// The benchmark, whatever has become of its versions; null if there is none that this caller may
  /// see.
  public @Nullable Benchmark benchmark(Caller caller, String name) {
    return database
        .transact(tx -> Optional.ofNullable(BenchmarkStore.find(tx, name)))
        .filter(found -> found.isPublic() || sees(caller, found.team()))
        .orElse(null);
  }

  private record Found(@Nullable BenchmarkVersion version) {}

  private static boolean sees(Caller caller, UUID team) {
    return switch (caller) {
      case Caller.Person person -> person.isAdmin() || person.isIn(team);
      case Caller.Anonymous anonymous -> false;
      case Caller.Worker worker -> false;
    };
  }

  /// The teams whose own benchmarks a caller sees beside the public ones.
  public static List<UUID> teams(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> person.teams().stream().map(Caller.Team::id).toList();
      case Caller.Anonymous anonymous -> List.of();
      case Caller.Worker worker -> List.of();
    };
  }

  public static boolean seesAll(Caller caller) {
    return caller instanceof Caller.Person person && person.isAdmin();
  }
}
