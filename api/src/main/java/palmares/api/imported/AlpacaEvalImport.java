package palmares.api.imported;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.ImportedVersions;
import palmares.api.benchmark.ImportedVersions.Found;
import palmares.api.benchmark.ImportedVersions.Prompt;
import palmares.api.imported.ImportedSystems.Shown;
import palmares.api.leaderboard.Definition;
import palmares.api.problem.Flaws;
import palmares.api.upload.UploadGate;
import palmares.contract.imported.ImportReport;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.blob.BlobStore;
import palmares.db.imported.ImportStore;
import palmares.db.imported.ImportedRows;
import palmares.db.imported.NewImport;

/// Imports what AlpacaEval keeps of one system.
@Singleton
class AlpacaEvalImport {

  static final String KIND = "alpaca-eval";
  private static final String METHOD = "win-rate";
  private static final String MEDIA_TYPE = "application/json";

  private final Importing importing;
  private final ImportedVersions versions;
  private final ImportedSystems systems;
  private final ImportedBoards boards = new ImportedBoards();
  private final BlobStore blobs;
  private final UploadGate gate;

  AlpacaEvalImport(
      Importing importing,
      ImportedVersions versions,
      ImportedSystems systems,
      BlobStore blobs,
      UploadGate gate) {
    this.importing = importing;
    this.versions = versions;
    this.systems = systems;
    this.blobs = blobs;
    this.gate = gate;
  }

  /// @param system its name; what the files call it if absent
  ImportResult take(
      ImportOrder order,
      @Nullable String system,
      @Nullable InputStream outputs,
      InputStream annotations)
      throws IOException {
    var flaws = new Flaws(null);
    var files = new AlpacaEvalFiles(flaws);
    var digest = Sha256.digest();
    try (var source = blobs.spool()) {
      var tooLarge =
          outputs != null
              && files.readOutputs(
                  source(outputs, new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
      tooLarge |= files.readAnnotations(source(annotations, source.stream()));
      var name = SystemNames.chosen(system, files, flaws);
      var rows = AlpacaEvalRows.of(files);
      if (flaws.isEmpty() && rows.ordered().isEmpty()) {
        flaws.add(null, "preference", "no row has a preference that can be taken");
      }
      if (!flaws.isEmpty()) {
        return new ImportResult.Flawed(flaws.list(), tooLarge);
      }
      var sent = source.end(MEDIA_TYPE).blob().sha256();
      var of = outputs == null ? null : Sha256.ofDigest(digest.digest()).hex();
      var wanted =
          order.wanted(KIND, MEDIA_TYPE, source, Arrays.asList(name, of, sent.hex()), List.of());
      return importing.take(wanted, new Steps(wanted, files, rows, name));
    }
  }

  private ArrayRows.Source source(InputStream upload, OutputStream copy) {
    return new ArrayRows.Source(upload, gate.maxUpload(), copy);
  }

  private final class Steps implements Importing.Steps {

    private final Importing.Wanted wanted;
    private final AlpacaEvalFiles files;
    private final AlpacaEvalRows rows;
    private final String name;
    private final String baseline;
    private final String annotator;

    Steps(Importing.Wanted wanted, AlpacaEvalFiles files, AlpacaEvalRows rows, String name) {
      this.wanted = wanted;
      this.files = files;
      this.rows = rows;
      this.name = name;
      this.baseline = Objects.requireNonNull(files.agreed("generator_1"));
      this.annotator = Objects.requireNonNull(files.agreed("annotator"));
    }

    @Override
    public Found version(Tx tx) {
      var prompts = new LinkedHashMap<String, Prompt>();
      files
          .annotations()
          .forEach((text, row) -> prompts.put(text, new Prompt(text, row.dataset())));
      files
          .outputs()
          .forEach((text, row) -> prompts.putIfAbsent(text, new Prompt(text, row.dataset())));
      return versions.withPrompts(
          tx,
          wanted.person(),
          wanted.placement(),
          wanted.benchmark(),
          List.copyOf(prompts.values()));
    }

    @Override
    public Importing.Stored store(Tx tx, Found.Version found) {
      var version = found.version();
      var ordinals = found.ordinals();
      var own = new TreeMap<Integer, String>();
      var others = new TreeMap<Integer, String>();
      files.outputs().forEach((text, row) -> own.put(ordinal(ordinals, text), row.text()));
      files
          .annotations()
          .forEach((text, row) -> {
            others.put(ordinal(ordinals, text), row.baseline());
            if (files.outputs().isEmpty()) {
              own.put(ordinal(ordinals, text), row.text());
            }
          });
      var right = systems.baseline(tx, owner(), version, new Shown(baseline, others));
      var left =
          name.equals(baseline) && own.equals(others)
              ? right
              : systems.exactly(tx, owner(), version, new Shown(name, own));
      var rater = ImportStore.rater(tx, annotator);
      var repeat = ImportStore.repeats(tx, rater, left.no(), right.no());
      var run =
          ImportStore.run(
              tx, left.id(), wanted.placement().team().id(), version.id(), version.examples());
      ImportedRows.preferences(
          tx,
          new ImportedRows.Pair(rater, version.no(), left.no(), right.no(), repeat),
          rows.ordered().keySet().stream().mapToInt(text -> ordinal(ordinals, text)).toArray(),
          rows.ordered().values().stream().mapToDouble(Double::doubleValue).toArray());
      return new Importing.Stored(
          rater, new NewImport.Pair(run, right.no(), repeat), report(tx, found));
    }

    private ImportedSystems.Owner owner() {
      return new ImportedSystems.Owner(wanted.person(), wanted.placement().team());
    }

    private ImportReport report(Tx tx, Found.Version found) {
      var board =
          new ImportedBoards.Wanted(
              annotator + " vs " + baseline,
              "Win rate against %s by %s (claimed elsewhere)".formatted(baseline, annotator),
              Definition.ofPreferences(METHOD, annotator, baseline));
      return new ImportReport(
          null,
          KIND,
          found.version().name(),
          found.version().version(),
          found.isNew(),
          false,
          wanted.digest().hex(),
          annotator,
          List.of(name, baseline),
          found.version().examples(),
          files.annotations().size(),
          rows.ordered().size(),
          rows.skipped().list(),
          rows.noticed().list(),
          boards.ensure(tx, found.version(), List.of(board)));
    }

    /// Everything of preferences is keyed by what they compare.
    @Override
    public void complete(Tx tx, Found.Version version, long importNo) {}
  }

  private static int ordinal(Map<String, Integer> ordinals, String instruction) {
    return Objects.requireNonNull(ordinals.get(instruction), "every instruction has an ordinal");
  }
}
