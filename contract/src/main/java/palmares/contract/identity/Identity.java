package palmares.contract.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of sign-in, accounts and tokens.
public final class Identity {

  private Identity() {}

  /// @param secret the password, or the one-time secret that the terminal showed
  /// @param code of the account's second factor, if it has one
  @Serdeable
  public record SignIn(String account, String secret, @Nullable String code) {

    /// For an account without a second factor.
    public SignIn(String account, String secret) {
      this(account, secret, null);
    }

    @Override
    public String toString() {
      return "SignIn[account=" + account + "]";
    }
  }

  /// @param token to be sent as `Authorization: Bearer`; shown here and never again
  /// @param oneTime whether the secret is spent by this, so that a password has to be set for the
  ///   next time
  @Serdeable
  public record Session(String token, Instant expiresAt, boolean oneTime, Me me) {
    @Override
    public String toString() {
      return "Session[expiresAt=" + expiresAt + ", me=" + me + "]";
    }
  }

  @Serdeable
  public record Me(String account, String role, List<String> teams, List<String> scopes) {}

  /// @param secret 12 to 200 characters
  /// @param current the password of now; absent where a secret for one time stands in its place
  @Serdeable
  public record NewSecret(String secret, @Nullable String current) {

    /// The kind of the problem that tells that the password of now is needed as well.
    public static final String CURRENT_NEEDED = "urn:palmares:problem:current-secret-needed";

    @Override
    public String toString() {
      return "NewSecret[]";
    }
  }

  /// @param role member, organiser or admin
  @Serdeable
  public record NewAccount(String name, String role) {}

  /// @param oneTimeSecret for the first sign-in; shown here and never again
  @Serdeable
  public record CreatedAccount(String name, String role, String oneTimeSecret) {
    @Override
    public String toString() {
      return "CreatedAccount[name=" + name + ", role=" + role + "]";
    }
  }

  /// @param scopes of `read`, `submit`, `organise`, `admin`; at most what the account's role allows
  @Serdeable
  public record NewToken(String name, List<String> scopes, @Nullable Integer expiresInDays) {}

  /// @param kind `personal`, made for a script, or `session`, made by signing in
  /// @param current whether it is the one that asks
  /// @param token present only in the answer that creates it
  @Serdeable
  public record Token(
      String id,
      String kind,
      boolean current,
      String name,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable String token) {
    @Override
    public String toString() {
      return "Token[id=" + id + ", name=" + name + "]";
    }
  }
}
