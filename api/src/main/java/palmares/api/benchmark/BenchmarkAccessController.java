package palmares.api.benchmark;

import io.micronaut.http.annotation.Controller;
import java.util.Map;
import palmares.api.identity.Access;
import palmares.api.identity.Caller;
import palmares.api.identity.Callers;
import palmares.api.problem.Refused;
import palmares.contract.benchmark.BenchmarkAccess;
import palmares.contract.benchmark.BenchmarkAccessApi;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.benchmark.Benchmark;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.TeamStore;

/// Whose a benchmark is. For everyone but its team the question has no answer.
@Controller("/api/v1")
class BenchmarkAccessController implements BenchmarkAccessApi {

  private final Database database;
  private final Callers callers;

  BenchmarkAccessController(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.READ)
  public BenchmarkAccess access(String name) {
    var person = callers.person();
    return database.transact(tx -> {
      var access = BenchmarkStore.access(tx, owned(tx, person, name).id());
      return new BenchmarkAccess(access.team(), access.visibility());
    });
  }

  @Override
  @Access(Access.To.ORGANISE)
  public BenchmarkAccess setAccess(String name, BenchmarkAccess access) {
    var person = callers.person();
    Placement.checkVisibility(access.visibility());
    return database.transact(tx -> {
      var benchmark = owned(tx, person, name);
      var team = TeamStore.find(tx, access.team());
      if (team == null || !(person.isAdmin() || person.isIn(team.id()))) {
        throw Refused.notFound("team", access.team());
      }
      BenchmarkStore.setAccess(tx, benchmark.id(), team.id(), access.visibility());
      AuditStore.add(
          tx,
          person.account(),
          "benchmark-access-set",
          name,
          Map.of("team", team.name(), "visibility", access.visibility()));
      return access;
    });
  }

  private static Benchmark owned(Tx tx, Caller.Person person, String name) {
    BenchmarkStore.lockName(tx, name);
    var benchmark = BenchmarkStore.find(tx, name);
    if (benchmark == null || !(person.isAdmin() || person.isIn(benchmark.team()))) {
      throw Refused.notFound("benchmark", name);
    }
    return benchmark;
  }
}
