package palmares.api.imported;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeMap;
import palmares.api.benchmark.ImportedVersions;
import palmares.api.benchmark.ImportedVersions.Found;
import palmares.api.imported.ImportedBoards.Wanted;
import palmares.api.imported.ImportedSystems.Shown;
import palmares.api.leaderboard.Definition;
import palmares.api.problem.Flaws;
import palmares.api.upload.UploadGate;
import palmares.contract.imported.ImportReport;
import palmares.db.Tx;
import palmares.db.blob.BlobStore;
import palmares.db.imported.ImportStore;
import palmares.db.imported.ImportedRows;

/// Imports battles. Each content is a benchmark version of its own: another file is other evidence,
/// and one ranking never mixes two.
@Singleton
class BattleImport {

  static final String KIND = "battles";
  private static final String MEDIA_TYPE = "application/jsonl";

  private final Importing importing;
  private final ImportedVersions versions;
  private final ImportedSystems systems;
  private final ImportedBoards boards = new ImportedBoards();
  private final BlobStore blobs;
  private final UploadGate gate;

  BattleImport(
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

  /// @param rater who decided the battles, such as the name of the file
  ImportResult take(ImportOrder order, String rater, InputStream lines) throws IOException {
    var flaws = new Flaws(null);
    SystemNames.check("source", rater, null, flaws);
    var rows = new BattleRows(flaws);
    try (var source = blobs.spool()) {
      var sent = order.admission().watch(lines);
      var tooLarge = rows.read(new ArrayRows.Source(sent, gate.maxUpload(), source.stream()));
      if (!flaws.isEmpty()) {
        return new ImportResult.Flawed(flaws.list(), tooLarge);
      }
      var digest = source.end(MEDIA_TYPE).blob().sha256();
      var wanted = order.wanted(KIND, MEDIA_TYPE, source, List.of(digest.hex()), List.of(rater));
      return importing.take(wanted, new Steps(wanted, rows, rater));
    }
  }

  private final class Steps implements Importing.Steps {

    private final Importing.Wanted wanted;
    private final BattleRows rows;
    private final String rater;
    private long[] submissions = {};

    Steps(Importing.Wanted wanted, BattleRows rows, String rater) {
      this.wanted = wanted;
      this.rows = rows;
      this.rater = rater;
    }

    @Override
    public Found version(Tx tx) {
      return versions.ofContent(
          tx,
          wanted.person(),
          wanted.placement(),
          wanted.benchmark(),
          rows.size(),
          wanted.source().end(MEDIA_TYPE).blob().sha256());
    }

    @Override
    public Importing.Stored store(Tx tx, Found.Version found) {
      var names = rows.systems();
      var counts = rows.counts();
      submissions = new long[names.size()];
      for (var i = 0; i < submissions.length; i++) {
        submissions[i] = submission(tx, found, names.get(i), counts[i]);
      }
      return new Importing.Stored(ImportStore.rater(tx, rater), null, report(tx, found, names));
    }

    private long submission(Tx tx, Found.Version found, String name, int battles) {
      var owner = new ImportedSystems.Owner(wanted.person(), wanted.placement().team());
      var shown = new Shown(name, new TreeMap<>());
      var standing = systems.exactly(tx, owner, found.version(), shown);
      ImportStore.run(
          tx, standing.id(), wanted.placement().team().id(), found.version().id(), battles);
      return standing.no();
    }

    private ImportReport report(Tx tx, Found.Version found, List<String> names) {
      var clustered = rows.isClustered();
      return new ImportReport(
          null,
          KIND,
          found.version().name(),
          found.version().version(),
          found.isNew(),
          false,
          wanted.digest().hex(),
          rater,
          names,
          found.version().examples(),
          rows.rows(),
          rows.size(),
          rows.skipped().list(),
          List.of(),
          boards.ensure(
              tx,
              found.version(),
              List.of(
                  new Wanted(
                      "bradley-terry",
                      "Bradley-Terry of imported battles (claimed elsewhere)",
                      Definition.ofBattles("bradley-terry", rater, clustered)),
                  new Wanted(
                      "elo",
                      "Elo of imported battles (claimed elsewhere)",
                      Definition.ofBattles("elo", rater, clustered)))));
    }

    @Override
    public void complete(Tx tx, Found.Version found, long importNo) {
      ImportedRows.battles(tx, importNo, found.version().no(), rows.columns(submissions));
    }
  }
}
