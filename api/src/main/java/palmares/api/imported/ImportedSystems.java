package palmares.api.imported;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.blob.BlobStore;
import palmares.db.event.EventStore;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.NewResponses;
import palmares.db.evidence.ResponseStore;
import palmares.db.imported.ImportStore;
import palmares.db.imported.ImportStore.Standing;
import palmares.db.submission.NewSubmissionRow;
import palmares.db.submission.SubmissionStore;
import palmares.db.system.SystemStore;

/// Systems of imported files as submissions of whoever imports them. The same responses of a system
/// are one submission, however many files they come with.
@Singleton
class ImportedSystems {

  private static final int COMPARED = 20;
  private static final String SPEC =
      Json.canonical(Map.of("kind", "outputs", "evidence", "imported"));

  private final BlobStore blobs;

  ImportedSystems(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// @param person who imports
  /// @param team whose systems they become
  record Owner(Caller.Person person, Caller.Team team) {}

  /// A system as a file shows it.
  ///
  /// @param responses by ordinal
  record Shown(String name, SortedMap<Integer, String> responses) {}

  /// The submission with exactly these responses, made if there is none.
  Standing exactly(Tx tx, Owner owner, BenchmarkVersion version, Shown shown) {
    return standing(tx, owner, version, shown, false);
  }

  /// A submission with at least these responses, made if there is none: a file shows of the
  /// baseline only what it compares with.
  Standing baseline(Tx tx, Owner owner, BenchmarkVersion version, Shown shown) {
    return standing(tx, owner, version, shown, true);
  }

  private Standing standing(
      Tx tx, Owner owner, BenchmarkVersion version, Shown shown, boolean baseline) {
    var team = owner.team().id();
    for (var known :
        ImportStore.submissions(tx, team, shown.name(), version.id()).stream()
            .limit(COMPARED)
            .toList()) {
      var responses = responses(tx, known.no());
      var isSame =
          baseline
              ? responses.entrySet().containsAll(shown.responses().entrySet())
              : responses.equals(shown.responses());
      if (isSame) {
        return known;
      }
    }
    return insert(tx, owner, version, shown, baseline);
  }

  private Map<Integer, String> responses(Tx tx, long submission) {
    var responses = new HashMap<Integer, String>();
    ResponseStore.forEach(
        tx, blobs, submission, given -> responses.put(given.ordinal(), given.text()));
    return responses;
  }

  private Standing insert(
      Tx tx, Owner owner, BenchmarkVersion version, Shown shown, boolean baseline) {
    var team = owner.team().id();
    var id = UuidV7.next();
    var given =
        shown.responses().entrySet().stream()
            .map(e -> new GivenResponse(e.getKey(), 0, e.getValue(), null))
            .toList();
    var number =
        SubmissionStore.insert(
            tx,
            new NewSubmissionRow(
                id,
                team,
                owner.person().account(),
                SystemStore.version(
                    tx, team, shown.name(), new SystemStore.Spec("outputs", SPEC), false),
                version.id(),
                source(tx, given),
                baseline,
                given.size() < version.examples(),
                version.examples()));
    try (var responses = NewResponses.prepare(blobs, new Given(given))) {
      responses.store(tx, number);
    }
    EventStore.append(tx, id, "imported", Map.of("by", owner.person().name()));
    return new Standing(id, number);
  }

  private record Given(List<GivenResponse> responses) implements NewResponses.Source {

    @Override
    public void forEach(Consumer<GivenResponse> consumer) {
      responses.forEach(consumer);
    }

    @Override
    public boolean hasLarge() {
      return responses.stream().anyMatch(GivenResponse::isLarge);
    }
  }

  private @Nullable Sha256 source(Tx tx, List<GivenResponse> given) {
    if (given.isEmpty()) {
      return null;
    }
    try (var spool = blobs.spool()) {
      for (var response : given) {
        var line = Map.of("ordinal", response.ordinal(), "text", response.text());
        spool.stream().write((Json.canonical(line) + "\n").getBytes(UTF_8));
      }
      return spool.keep(tx, "application/jsonl").sha256();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a file of " + given.size() + " responses", e);
    }
  }
}
