package palmares.contract.budget;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The records of budgets. Money is counted in millionths of the platform's currency.
public final class Budgets {

  private Budgets() {}

  /// @param unit money or tokens
  /// @param amount 0 or more; 0 allows nothing
  /// @param benchmark the only one it is for; absent for all work of the team
  /// @param version of the benchmark; the newest one if absent
  @Serdeable
  public record NewAmount(
      String unit, long amount, @Nullable String benchmark, @Nullable String version) {}

  /// @param used reserved or paid
  /// @param left never below 0, also where the amount was lowered below what is used
  @Serdeable
  public record Budget(
      String unit,
      @Nullable String benchmark,
      @Nullable String version,
      long amount,
      long used,
      long left) {}

  /// @param reserved for work that has not ended, and `settled`: paid
  /// @param left never below 0, also where the amount was lowered below what is used
  @Serdeable
  public record TeamBudget(
      String team,
      String unit,
      @Nullable String benchmark,
      @Nullable String version,
      long amount,
      long reserved,
      long settled,
      long left) {}

  /// A line of the ledger: each reservation of an attempt is followed, when the attempt ends, by
  /// what of it is paid (`commit`) and what is given back (`refund`).
  ///
  /// @param kind reserve, commit or refund
  /// @param offer `id@version` of what is paid
  /// @param examples how many it is for
  /// @param reason why it was given back
  @Serdeable
  public record Entry(
      Instant at,
      String kind,
      String unit,
      @Nullable String benchmark,
      @Nullable String version,
      long amount,
      String offer,
      int examples,
      String run,
      @Nullable String submission,
      String job,
      int attempt,
      @Nullable String reason) {}
}
