package palmares.api.operation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import palmares.api.leaderboard.SnapshotAudit;
import palmares.contract.operation.Operation.Doctor;
import palmares.db.Database;
import palmares.db.blob.BlobAudit;
import palmares.db.blob.BlobStore;

/// All that the doctor looks at: the ledger, the files, and the leaderboards.
@Singleton
final class Examination {

  private static final int DETAILS = 5;

  private final Database database;
  private final BlobStore blobs;
  private final SnapshotAudit snapshots;

  Examination(Database database, BlobStore blobs, SnapshotAudit snapshots) {
    this.database = database;
    this.blobs = blobs;
    this.snapshots = snapshots;
  }

  /// @param deep also reads the content of every file and makes every snapshot again
  Doctor examine(boolean deep) {
    var checks = new LinkedHashMap<String, Long>();
    var details = new ArrayList<String>();
    for (var finding : palmares.db.job.Doctor.examine(database)) {
      add(checks, details, finding.check(), finding.violations(), finding.details());
    }
    for (var finding : BlobAudit.examine(database, blobs, deep)) {
      add(checks, details, finding.check(), finding.violations(), finding.details());
    }
    var differing = snapshots.differing(deep);
    add(
        checks,
        details,
        "snapshots that do not verify",
        differing.size(),
        differing.subList(0, Math.min(DETAILS, differing.size())));
    return new Doctor(checks.values().stream().allMatch(count -> count == 0), checks, details);
  }

  private static void add(
      LinkedHashMap<String, Long> checks,
      List<String> details,
      String check,
      long violations,
      List<String> few) {
    checks.put(check, violations);
    few.forEach(detail -> details.add(check + ": " + detail));
  }
}
