package palmares.worker.job;

import java.io.IOException;
import java.util.HashSet;
import java.util.function.IntPredicate;
import palmares.contract.work.Work.Claim;
import palmares.worker.client.ApiException;
import palmares.worker.client.JobKey;

/// The documents of one claim, reduced to the ordinals that are still to do.
final class JobDocuments {

  private final Workbench workbench;
  private final JobKey job;
  private final IntPredicate open;
  private final int examples;

  JobDocuments(Workbench workbench, JobKey job, Claim claim) {
    this.workbench = workbench;
    this.job = job;
    var done = new HashSet<>(claim.done());
    this.examples = claim.lastOrdinal() - claim.firstOrdinal() + 1 - done.size();
    this.open =
        ordinal ->
            ordinal >= claim.firstOrdinal()
                && ordinal <= claim.lastOrdinal()
                && !done.contains(ordinal);
  }

  /// How many ordinals are still to do.
  int examples() {
    return examples;
  }

  <T> DocumentLines<T> lines(String sha256, Class<T> type)
      throws IOException, ApiException, InterruptedException {
    return lines(sha256, type, ordinal -> true);
  }

  /// Those of the open ordinals that are also wanted.
  <T> DocumentLines<T> lines(String sha256, Class<T> type, IntPredicate wanted)
      throws IOException, ApiException, InterruptedException {
    var document =
        workbench.cache().open(sha256, file -> workbench.client().document(job, sha256, file));
    return new DocumentLines<>(document, type, open.and(wanted));
  }
}
