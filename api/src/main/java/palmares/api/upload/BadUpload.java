package palmares.api.upload;

import java.io.IOException;

/// The bytes of an upload cannot be used, whatever they were meant to say.
public final class BadUpload extends IOException {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  public BadUpload(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public enum Reason {
    TOO_LARGE,
    BROKEN
  }
}
