package palmares.worker.job;

/// Where a worker stands. It takes jobs only while [#LIVE].
public enum WorkerState {
  /// Not yet registered.
  STARTING,
  LIVE,
  /// The api does not answer; the worker asks again by itself.
  AWAY,
  /// The api keeps it from work after too many failures of its own.
  QUARANTINED,
  /// An operator keeps it from work for a while.
  PAUSED,
  /// The api knows neither its token nor its right; somebody must look.
  REFUSED,
  /// Finishes what it has and takes nothing more.
  DRAINING,
  STOPPED
}
