package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.contract.benchmark.ExampleLine.MessageLine;
import palmares.contract.benchmark.ExampleLine.PartLine;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.benchmark.Benchmark;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.ExampleStore;
import palmares.db.blob.BlobStore;

/// The benchmark versions that imported evidence belongs to. They take no submissions and name no
/// evaluator, so that nothing measured ever stands beside what is only claimed.
///
/// A version is found by its prompts: the smallest one that has all of those of the file. If there
/// is none, one is made whose name is the digest of the set, the same on every platform.
@Singleton
public final class ImportedVersions {

  private static final int NAME_DIGITS = 16;
  private static final int DIGEST_DIGITS = 12;

  private final BlobStore blobs;
  private final Clock clock;

  ImportedVersions(BlobStore blobs, Clock clock) {
    this.blobs = blobs;
    this.clock = clock;
  }

  /// A prompt and the set that it is from, which becomes its tag; empty for none.
  public record Prompt(String text, String set) {}

  /// What an import needs.
  public sealed interface Found {

    /// @param ordinals of the examples by prompt
    record Version(BenchmarkVersion version, boolean isNew, Map<String, Integer> ordinals)
        implements Found {}

    record NotYours() implements Found {}

    /// The benchmark is measured here.
    record Measured() implements Found {}
  }

  /// The version of a benchmark with these prompts, made if there is none.
  public Found withPrompts(
      Tx tx, Caller.Person person, Placement placement, String name, List<Prompt> prompts) {
    var byName = new LinkedHashMap<String, Prompt>();
    prompts.forEach(prompt -> byName.put(nameOf(prompt.text()), prompt));
    return find(
        tx,
        new Place(person, placement, name),
        version -> ordinals(tx, version, byName),
        () ->
            new NewImported(
                byName.size() + "-" + digits(String.join("\n", new TreeSet<>(byName.keySet()))),
                "preference",
                byName.entrySet().stream().map(ImportedVersions::example).toList()));
  }

  /// The version of a benchmark that stands for exactly this content and has no prompts.
  public Found ofContent(
      Tx tx, Caller.Person person, Placement placement, String name, int size, Sha256 content) {
    var wanted = size + "-" + content.hex().substring(0, DIGEST_DIGITS);
    return find(
        tx,
        new Place(person, placement, name),
        version -> version.version().equals(wanted) ? Map.of() : null,
        () -> new NewImported(wanted, "battle", List.of()));
  }

  private record NewImported(String version, String mainMetric, List<SourceExample> examples) {}

  private interface Match {
    /// The ordinals by prompt, or null if it is another version.
    @Nullable Map<String, Integer> of(BenchmarkVersion version);
  }

  private interface Making {
    NewImported version();
  }

  /// @param placement of a benchmark that is new
  private record Place(Caller.Person person, Placement placement, String name) {

    boolean isOpenTo(Benchmark benchmark) {
      return person.isIn(benchmark.team()) || person.isAdmin();
    }
  }

  private Found find(Tx tx, Place place, Match match, Making making) {
    BenchmarkStore.lockName(tx, place.name());
    var known = BenchmarkStore.find(tx, place.name());
    if (known != null && !place.isOpenTo(known)) {
      return new Found.NotYours();
    }
    var versions = known == null ? List.<BenchmarkVersion>of() : versions(tx, known);
    if (versions.stream().anyMatch(ImportedVersions::isMeasured)) {
      return new Found.Measured();
    }
    for (var version : versions) {
      var ordinals = match.of(version);
      if (ordinals != null) {
        return new Found.Version(version, false, ordinals);
      }
    }
    var made = insert(tx, place, known, making.version());
    var ordinals = match.of(made);
    if (ordinals == null) {
      throw new IllegalStateException(made.version() + " is not the version that was made");
    }
    return new Found.Version(made, true, ordinals);
  }

  /// Fewest examples first.
  private static List<BenchmarkVersion> versions(Tx tx, Benchmark benchmark) {
    return BenchmarkStore.versions(tx, benchmark.id()).stream()
        .map(version -> BenchmarkStore.version(tx, benchmark.name(), version))
        .sorted(Comparator.comparingInt(BenchmarkVersion::examples))
        .toList();
  }

  /// Whether it is measured here; nothing of what was imported is.
  public static boolean isMeasured(BenchmarkVersion version) {
    return !Json.read(version.spec(), BenchmarkSpec.class).evaluators().isEmpty();
  }

  private static @Nullable Map<String, Integer> ordinals(
      Tx tx, BenchmarkVersion version, Map<String, Prompt> byName) {
    if (version.examples() < byName.size()) {
      return null;
    }
    var known = ExampleStore.ordinals(tx, version.id());
    if (!known.keySet().containsAll(byName.keySet())) {
      return null;
    }
    var ordinals = new LinkedHashMap<String, Integer>();
    byName.forEach((name, prompt) -> ordinals.put(prompt.text(), known.get(name)));
    return ordinals;
  }

  private BenchmarkVersion insert(
      Tx tx, Place place, @Nullable Benchmark known, NewImported wanted) {
    var name = place.name();
    var spec =
        new BenchmarkSpec(
            name,
            wanted.version(),
            name,
            "Imported: claimed elsewhere, not measured here.",
            Map.of(),
            List.of(),
            wanted.mainMetric(),
            "latest",
            "worst",
            Visible.REASON.word(),
            null,
            null,
            null,
            null,
            null,
            List.of());
    var benchmark = known == null ? Publishing.insert(tx, place.placement(), spec) : known;
    var digest = Documents.digest(spec, wanted.examples());
    StoredVersion.insert(
        tx, blobs, benchmark.id(), spec, wanted.examples(), digest, clock.instant());
    var made = BenchmarkStore.version(tx, name, spec.version());
    if (made == null) {
      throw new IllegalStateException(name + " " + spec.version() + " is not where it was put");
    }
    return made;
  }

  private static SourceExample example(Map.Entry<String, Prompt> named) {
    var prompt = named.getValue();
    var part = new PartLine("text", prompt.text(), null, null);
    return new SourceExample(
        named.getKey(),
        List.of(new MessageLine("user", List.of(part))),
        prompt.set().isBlank() ? List.of() : List.of(prompt.set()),
        "all",
        List.of(),
        List.of());
  }

  private static String nameOf(String prompt) {
    return Sha256.of(prompt.getBytes(UTF_8)).hex().substring(0, NAME_DIGITS);
  }

  private static String digits(String content) {
    return Sha256.of(content.getBytes(UTF_8)).hex().substring(0, DIGEST_DIGITS);
  }
}
