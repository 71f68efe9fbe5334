package palmares.worker;

import palmares.worker.job.WorkerState;

/// How a worker is doing, for whoever started it.
///
/// @param reason why the state is what it is, in words; empty while all is well
/// @param brokerConnected whether hints reach it
/// @param embeddings asked for since it started
/// @param embeddingsFromCache how many of them were not computed again
public record WorkerStatus(
    WorkerState state,
    String reason,
    boolean brokerConnected,
    int busy,
    int slots,
    long embeddings,
    long embeddingsFromCache) {

  /// True when it takes jobs.
  public boolean isReady() {
    return state == WorkerState.LIVE && brokerConnected;
  }
}
