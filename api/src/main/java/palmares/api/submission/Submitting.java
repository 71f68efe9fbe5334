package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Benchmarks;
import palmares.api.identity.Caller;
import palmares.api.job.ResponseDocument;
import palmares.api.problem.Flaws;
import palmares.api.upload.UploadGate;
import palmares.api.upload.UploadGate.Admission;
import palmares.contract.submission.ResponseLine;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.ExampleStore;
import palmares.db.blob.BlobStore;
import palmares.db.idempotency.IdempotencyStore;
import palmares.db.submission.SubmissionStore;
import palmares.db.system.SystemStore;

/// Takes submissions: first everything about one is looked at, without a transaction open; then it
/// is stored as a whole, or not at all.
@Singleton
class Submitting {

  private final Database database;
  private final BlobStore blobs;
  private final UploadGate gate;
  private final Clock clock;
  private final Acceptance acceptance;

  Submitting(
      Database database, BlobStore blobs, UploadGate gate, Clock clock, Acceptance acceptance) {
    this.database = database;
    this.blobs = blobs;
    this.gate = gate;
    this.clock = clock;
    this.acceptance = acceptance;
  }

  /// Fills a set of responses and copies what it reads, as lines.
  private interface Reading {
    /// @return whether reading ended because there is too much
    boolean read(Admission admission, ResponseSet responses, Flaws flaws, OutputStream copy)
        throws IOException;
  }

  /// Takes a file of lines.
  ///
  /// @param length bytes that will come; absent where the sender does not say
  SubmitResult submit(Caller.Person person, Order order, InputStream lines, OptionalLong length)
      throws IOException {
    return submit(
        person,
        order,
        length,
        (admission, responses, flaws, copy) ->
            ResponseFile.read(admission.watch(lines), gate.maxUpload(), copy, responses, flaws));
  }

  /// Takes responses that came in one document; none for systems that workers run.
  SubmitResult submit(Caller.Person person, Order order, List<ResponseLine> lines)
      throws IOException {
    return submit(
        person,
        order,
        OptionalLong.of(0),
        (admission, responses, flaws, copy) -> {
          for (var i = 0; i < lines.size() && !flaws.isFull(); i++) {
            var line = lines.get(i);
            responses.addItem(i, line.id(), line.text());
            var text = Json.canonical(Map.of("id", line.id(), "text", line.text()));
            copy.write((text + "\n").getBytes(UTF_8));
          }
          return false;
        });
  }

  private SubmitResult submit(
      Caller.Person person, Order order, OptionalLong length, Reading reading) throws IOException {
    var prepared = database.transact(tx -> prepare(tx, person, order));
    return switch (prepared) {
      case Prepared.Refused(var result) -> result;
      case Prepared.Ready ready -> {
        try (var admission = gate.enter(person.account(), length)) {
          yield read(person, order, ready, admission, reading);
        }
      }
    };
  }

  /// What is known before the first response is read.
  private sealed interface Prepared {
    record Refused(SubmitResult result) implements Prepared {}

    /// @param unlessRepeated what a request is answered that is no repeat after all
    record Ready(
        BenchmarkVersion version,
        Caller.Team team,
        Map<String, Integer> ordinals,
        @Nullable SubmitResult unlessRepeated)
        implements Prepared {}
  }

  private Prepared prepare(Tx tx, Caller.Person person, Order order) {
    var repeated = versionOfRepeat(tx, person, order);
    var version =
        repeated != null
            ? repeated
            : Benchmarks.find(tx, person, order.benchmark(), order.version());
    if (version == null) {
      var name =
          order.version() == null ? order.benchmark() : order.benchmark() + " " + order.version();
      return new Prepared.Refused(new SubmitResult.UnknownBenchmark(name));
    }
    var team = person.team(order.team());
    var refused =
        team == null
            ? new SubmitResult.UnknownTeam(String.valueOf(order.team()))
            : refusal(tx, person, team, order, version);
    if (refused != null && repeated == null) {
      return new Prepared.Refused(refused);
    }
    var ordinals = ExampleStore.ordinals(tx, version.id());
    // A key that is forgotten meanwhile must not take the request to the version of the first one.
    var unlessRepeated =
        refused != null || repeated == null ? refused : new SubmitResult.KeyInUse(key(order));
    return new Prepared.Ready(
        version, team == null ? person.personalTeam() : team, ordinals, unlessRepeated);
  }

  private static String key(Order order) {
    return Objects.requireNonNull(order.key(), "a repeat has a key");
  }

  /// The answer to what was taken in time is repeated for as long as it is kept, whatever has
  /// become of the version since (closed, withdrawn, or no longer the newest) or of the right to
  /// submit: a team that was left, a name that was published.
  private static @Nullable BenchmarkVersion versionOfRepeat(
      Tx tx, Caller.Person person, Order order) {
    var key = order.key();
    if (key == null || order.dryRun()) {
      return null;
    }
    var location =
        IdempotencyStore.location(tx, person.account(), Acceptance.METHOD, Acceptance.ROUTE, key);
    var first = location.map(Acceptance::submission).map(id -> SubmissionStore.find(tx, id));
    return first.map(row -> BenchmarkStore.version(tx, row.benchmarkVersion())).orElse(null);
  }

  private @Nullable SubmitResult refusal(
      Tx tx, Caller.Person person, Caller.Team team, Order order, BenchmarkVersion version) {
    if (version.state().equals("withdrawn")) {
      return new SubmitResult.UnknownBenchmark(version.name() + " " + version.version());
    }
    var now = clock.instant();
    var opens = version.opensAt();
    if (opens != null && now.isBefore(opens)) {
      return new SubmitResult.NotOpenYet(opens);
    }
    var closes = version.closesAt();
    if (closes != null && !now.isBefore(closes)) {
      return new SubmitResult.Closed(closes);
    }
    if (order.baseline() && !person.isIn(version.team()) && !person.isAdmin()) {
      return new SubmitResult.NoBaseline();
    }
    if (order.anonymous() && SystemStore.isPublished(tx, team.id(), order.system().name())) {
      return new SubmitResult.NameIsPublished(order.system().name());
    }
    var builtIn = order.system().builtIn();
    if (order.isBuiltIn() && builtIn != null) {
      var offered = SystemStore.builtIns(tx, true);
      if (!offered.contains(builtIn)) {
        return new SubmitResult.UnknownBuiltIn(builtIn, offered);
      }
    }
    return null;
  }

  private SubmitResult read(
      Caller.Person person, Order order, Prepared.Ready ready, Admission admission, Reading reading)
      throws IOException {
    var flaws = new Flaws(null);
    var version = ready.version();
    var name = version.name() + " " + version.version();
    try (var source = blobs.spool();
        var document = ResponseDocument.in(blobs)) {
      var responses = new ResponseSet(name, ready.ordinals(), document, flaws);
      var digest = Sha256.digest();
      var tooLarge =
          reading.read(
              admission, responses, flaws, new DigestOutputStream(source.stream(), digest));
      if (!order.isBuiltIn() && !tooLarge) {
        responses.end(order.allowPartial());
      }
      return flaws.isEmpty()
          ? acceptance.accept(
              new Acceptance.Checked(
                  person,
                  ready.team(),
                  order,
                  version,
                  ready.unlessRepeated(),
                  document,
                  order.isBuiltIn() ? 0 : responses.missing(),
                  Sha256.ofDigest(digest.digest()),
                  source))
          : new SubmitResult.Flawed(flaws.list(), tooLarge);
    }
  }
}
