package palmares.worker.client;

import palmares.contract.problem.Problem;

/// The api refused a call; repeating it would not help.
public final class ApiRefusalException extends ApiException {

  private static final String SUPERSEDED = "urn:palmares:problem:superseded";

  private final int status;
  private final String type;

  ApiRefusalException(String call, Problem problem) {
    super(call + " was refused: " + problem.status() + " " + problem.detail());
    this.status = problem.status();
    this.type = problem.type();
  }

  public int status() {
    return status;
  }

  /// True when the job is no longer the caller's: another attempt has its own token.
  public boolean isSuperseded() {
    return status == 409 && SUPERSEDED.equals(type);
  }
}
