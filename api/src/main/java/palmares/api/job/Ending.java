package palmares.api.job;

import java.util.UUID;

/// What came of a worker's word about a job that it holds, or held.
public sealed interface Ending {

  /// Done now, or done before by the very same call.
  record Accepted() implements Ending {}

  /// The token is not current any more: another attempt has the job, or its run was cancelled.
  record Superseded() implements Ending {}

  /// The results that are to be closed are not all there.
  record Incomplete(int there, int wanted) implements Ending {}

  record Unknown(UUID job) implements Ending {}
}
