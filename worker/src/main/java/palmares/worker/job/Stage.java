package palmares.worker.job;

import java.io.IOException;
import palmares.contract.work.Work.Claim;
import palmares.worker.client.ApiException;

/// What is to be done with a claimed job, up to but without closing it.
interface Stage {

  /// Examples that are worked on together: enough to fill a model's batches, few enough to stop
  /// soon.
  int CHUNK = 64;

  void work(Claim claim, JobDocuments documents, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException;
}
