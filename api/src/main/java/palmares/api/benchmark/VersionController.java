package palmares.api.benchmark;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.benchmark.VersionApi;
import palmares.contract.benchmark.VersionChange;
import palmares.contract.benchmark.VersionStatus;
import palmares.contract.problem.Problem.Flaw;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.VersionRow;
import palmares.db.benchmark.VersionStore;
import palmares.db.identity.AuditStore;

/// Opens, closes and withdraws published versions.
@Controller("/api/v1")
class VersionController implements VersionApi {

  private static final int MAX_REASON = 2_000;

  /// What a version may become.
  private static final Map<String, Set<String>> CHANGES =
      Map.of(
          "published", Set.of("closed", "withdrawn"),
          "closed", Set.of("published", "withdrawn"),
          "withdrawn", Set.of());

  private final Database database;
  private final OwnVersions versions;
  private final Callers callers;

  VersionController(Database database, OwnVersions versions, Callers callers) {
    this.database = database;
    this.versions = versions;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public List<VersionStatus> versions(String name) {
    var benchmark = versions.benchmark(name);
    return database.transact(tx ->
        VersionStore.all(tx, benchmark.id()).stream().map(VersionController::status).toList());
  }

  @Override
  @Access(Access.To.ORGANISE)
  public VersionStatus schedule(String name, String version, VersionChange.Schedule change) {
    var found = versions.own(name, version);
    var opens = change.opensAt();
    var closes = change.closesAt();
    if (opens != null && closes != null && !opens.isBefore(closes)) {
      throw flawed("closesAt", "must be after opensAt: " + closes);
    }
    return database.transact(tx -> {
      if (!VersionStore.schedule(tx, found.id(), opens, closes)) {
        throw Refused.because(
            HttpStatus.CONFLICT,
            "%s %s is %s; only an open version has dates to change."
                .formatted(name, version, found.state()));
      }
      audit(tx, "benchmark-scheduled", found, Map.of("opens", opens + "", "closes", closes + ""));
      return status(tx, found);
    });
  }

  @Override
  @Access(Access.To.ORGANISE)
  public VersionStatus state(String name, String version, VersionChange.State change) {
    var found = versions.own(name, version);
    var reason = change.reason() == null ? "" : change.reason().strip();
    if (!CHANGES.containsKey(change.state())) {
      throw flawed(
          "state",
          "must be published, closed or withdrawn: '%s'".formatted(Problems.shown(change.state())));
    }
    if (change.state().equals("withdrawn") && (reason.isEmpty() || reason.length() > MAX_REASON)) {
      throw flawed("reason", "must be 1 to %d characters".formatted(MAX_REASON));
    }
    return database.transact(tx -> {
      if (found.state().equals(change.state())) {
        return status(tx, found);
      }
      var allowed = CHANGES.getOrDefault(found.state(), Set.of()).contains(change.state());
      var kept = change.state().equals("withdrawn") ? reason : null;
      if (!allowed || !VersionStore.change(tx, found.id(), found.state(), change.state(), kept)) {
        throw Refused.because(
            HttpStatus.CONFLICT,
            "%s %s is %s and cannot become %s."
                .formatted(name, version, found.state(), change.state()));
      }
      audit(tx, "benchmark-" + change.state(), found, Map.of("reason", reason));
      return status(tx, found);
    });
  }

  private void audit(Tx tx, String action, BenchmarkVersion version, Map<String, String> detail) {
    AuditStore.add(
        tx, callers.person().account(), action, version.name() + " " + version.version(), detail);
  }

  private static VersionStatus status(Tx tx, BenchmarkVersion version) {
    return VersionStore.all(tx, version.benchmark()).stream()
        .filter(row -> row.version().equals(version.version()))
        .map(VersionController::status)
        .findFirst()
        .orElseThrow();
  }

  private static VersionStatus status(VersionRow row) {
    return new VersionStatus(
        row.version(),
        row.state(),
        row.stateReason(),
        row.opensAt(),
        row.closesAt(),
        row.examples(),
        row.submissions(),
        row.goldRevision(),
        row.digest().hex(),
        row.createdAt());
  }

  private static Refused flawed(String field, String message) {
    return Refused.flawed("The change", List.of(new Flaw(null, null, field, message)));
  }
}
