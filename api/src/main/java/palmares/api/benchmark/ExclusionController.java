package palmares.api.benchmark;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Once;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.leaderboard.SeenExclusions;
import palmares.api.page.Cursor;
import palmares.api.page.Flags;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.ExclusionApi;
import palmares.contract.benchmark.ExclusionCheck;
import palmares.contract.benchmark.ExclusionLift;
import palmares.contract.benchmark.NewExclusion;
import palmares.contract.page.Page;
import palmares.contract.problem.Problem.Flaw;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.ErratumStore;
import palmares.db.exclusion.ExclusionStore;
import palmares.db.exclusion.ExclusionStore.Wanted;
import palmares.db.identity.AuditStore;
import palmares.db.leaderboard.LeaderboardStore;

/// Leaves runs, submissions, examples and raters out of the leaderboards, and lets them count
/// again.
@Controller("/api/v1")
class ExclusionController implements ExclusionApi {

  private static final int MOST = 1_000;
  private static final Set<String> KINDS = Set.of("submission", "run", "example", "rater");
  private static final int MAX_SUBJECT = 300;
  private static final int MAX_REASON = 500;

  private final Database database;
  private final OwnVersions versions;
  private final Callers callers;

  ExclusionController(Database database, OwnVersions versions, Callers callers) {
    this.database = database;
    this.versions = versions;
    this.callers = callers;
  }

  @Override
  @Access(Access.To.EVERYONE)
  public Page<Exclusion> exclusions(
      String name,
      String version,
      @Nullable String lifted,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 1);
    var after = from == null ? null : Ids.parse("page", from.key(0));
    var only = lifted == null ? null : Flags.parse("lifted", lifted);
    var found = versions.visible(name, version);
    return database.transact(tx -> {
      var rows = ExclusionStore.page(tx, found.id(), new Wanted(only, null), after, size + 1);
      return SeenExclusions.page(tx, found.id(), rows, size, callers.current());
    });
  }

  @Override
  @Once
  @Access(Access.To.ORGANISE)
  public HttpResponse<Exclusion> exclude(String name, String version, NewExclusion exclusion) {
    check(exclusion);
    var found = versions.own(name, version);
    var made = database.transact(tx -> exclude(tx, found, exclusion));
    return HttpResponse.created(
        made, URI.create("/api/v1/benchmarks/%s/versions/%s/exclusions".formatted(name, version)));
  }

  @Override
  @Access(Access.To.ORGANISE)
  public ExclusionCheck check(String name, String version, NewExclusion exclusion) {
    check(exclusion);
    var found = versions.own(name, version);
    return database.transact(tx -> {
      var subject = subject(tx, found, exclusion);
      if (ExclusionStore.isLeftOut(tx, found.id(), exclusion.kind(), subject)) {
        throw leftOutAlready(exclusion.kind(), subject);
      }
      return new ExclusionCheck(
          exclusion.kind(),
          subject,
          ExclusionStore.concerned(tx, found.id(), exclusion.kind(), subject),
          ExclusionStore.leaderboards(tx, found.id()));
    });
  }

  private static String subject(Tx tx, BenchmarkVersion version, NewExclusion wanted) {
    var subject = ExclusionStore.subject(tx, version.id(), wanted.kind(), wanted.subject());
    if (subject == null) {
      throw flawed(
          "subject",
          "is no %s of %s %s: '%s'"
              .formatted(
                  wanted.kind(),
                  version.name(),
                  version.version(),
                  Problems.shown(wanted.subject())));
    }
    return subject;
  }

  private static Refused leftOutAlready(String kind, String subject) {
    return Refused.of(
        "excluded-already",
        HttpStatus.CONFLICT,
        "The %s '%s' is left out already.".formatted(kind, Problems.shown(subject)));
  }

  private Exclusion exclude(Tx tx, BenchmarkVersion version, NewExclusion wanted) {
    var subject = subject(tx, version, wanted);
    ExclusionStore.hold(tx, version.id());
    if (ExclusionStore.countStanding(tx, version.id()) >= MOST) {
      throw Refused.because(
          HttpStatus.CONFLICT,
          "%d subjects are left out of %s %s; lift one."
              .formatted(MOST, version.name(), version.version()));
    }
    var id = UuidV7.next();
    var account = callers.person().account();
    var reason = wanted.reason().strip();
    if (!ExclusionStore.insert(tx, id, version.id(), wanted.kind(), subject, reason, account)) {
      throw leftOutAlready(wanted.kind(), subject);
    }
    changed(tx, version, "evidence-excluded", id, reason);
    return find(tx, version, id);
  }

  @Override
  @Access(Access.To.ORGANISE)
  public Exclusion lift(String name, String version, String id, ExclusionLift lift) {
    check("reason", lift.reason(), MAX_REASON);
    var found = versions.own(name, version);
    var uuid = Ids.parse("exclusion", id);
    return database.transact(tx -> {
      var account = callers.person().account();
      var reason = lift.reason().strip();
      if (ExclusionStore.lift(tx, found.id(), uuid, reason, account)) {
        changed(tx, found, "exclusion-lifted", uuid, reason);
        ErratumStore.passedOver(tx, found.id());
      }
      return find(tx, found, uuid);
    });
  }

  private void changed(Tx tx, BenchmarkVersion version, String action, UUID id, String reason) {
    var made = find(tx, version, id);
    AuditStore.add(
        tx,
        callers.person().account(),
        action,
        version.name() + " " + version.version(),
        Map.of("kind", made.kind(), "subject", made.subject(), "reason", reason));
    LeaderboardStore.want(tx, version.id());
  }

  private Exclusion find(Tx tx, BenchmarkVersion version, UUID id) {
    var one = new Wanted(null, List.of(id.toString()));
    var rows = ExclusionStore.page(tx, version.id(), one, null, 1);
    if (rows.isEmpty()) {
      throw Refused.notFound("exclusion", id.toString());
    }
    return SeenExclusions.page(tx, version.id(), rows, 1, callers.current()).items().getFirst();
  }

  private static void check(NewExclusion exclusion) {
    if (!KINDS.contains(exclusion.kind())) {
      throw flawed(
          "kind",
          "must be submission, run, example or rater: '%s'"
              .formatted(Problems.shown(exclusion.kind())));
    }
    check("subject", exclusion.subject(), MAX_SUBJECT);
    check("reason", exclusion.reason(), MAX_REASON);
  }

  private static void check(String field, String text, int most) {
    if (text.isBlank() || text.length() > most || !Problems.isPrintable(text)) {
      throw flawed(
          field,
          "must be 1 to %d printable characters: '%s'".formatted(most, Problems.shown(text)));
    }
  }

  private static Refused flawed(String field, String message) {
    return Refused.flawed("The exclusion", List.of(new Flaw(null, null, field, message)));
  }
}
