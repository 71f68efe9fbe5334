package palmares.contract.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of the second factor.
public final class SecondFactors {

  /// The problem's type where a sign-in needs a code as well.
  public static final String CODE_NEEDED = "urn:palmares:problem:code-needed";

  /// The problem's type where the code that was given is wrong or was used before.
  public static final String CODE_WRONG = "urn:palmares:problem:code-wrong";

  private SecondFactors() {}

  /// @param state `off`, `begun` (not confirmed by a code yet), or `on`
  /// @param since when it was confirmed
  @Serdeable
  public record SecondFactor(String state, @Nullable Instant since, int recoveryCodesLeft) {}

  /// @param key in Base32, to be typed into an authenticator app; shown here and never again
  /// @param uri the same as `otpauth:` address, for apps that read it from a picture
  @Serdeable
  public record Enrolment(String key, String uri) {
    @Override
    public String toString() {
      return "Enrolment[]";
    }
  }

  /// @param code six digits of an authenticator app, or a recovery code
  @Serdeable
  public record Code(String code) {
    @Override
    public String toString() {
      return "Code[]";
    }
  }

  /// @param codes good once each in place of a code; shown here and never again
  @Serdeable
  public record RecoveryCodes(List<String> codes) {

    public RecoveryCodes {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "RecoveryCodes[]";
    }
  }
}
