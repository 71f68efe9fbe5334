package palmares.contract.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of workers' tokens.
public final class WorkerTokens {

  private WorkerTokens() {}

  /// @param pool name of the worker pool the token admits to
  /// @param jobKinds of the jobs it may take: generate, score and the like; absent for all, and
  ///   where teams are named for `generate` alone
  /// @param teams whose jobs it may take; absent for all, which makes the pool an operator's
  /// @param expiresInDays absent means that it lasts until it is revoked
  @Serdeable
  public record NewWorkerToken(
      String name,
      String pool,
      @Nullable List<String> jobKinds,
      @Nullable List<String> teams,
      @Nullable Integer expiresInDays) {}

  /// @param jobKinds empty for all
  /// @param teams empty for all: then it is one of the operator's pools
  /// @param token present only in the answer that creates it
  @Serdeable
  public record WorkerToken(
      String id,
      String name,
      String pool,
      List<String> jobKinds,
      List<String> teams,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable String token) {
    @Override
    public String toString() {
      return "WorkerToken[id=" + id + ", name=" + name + "]";
    }
  }
}
