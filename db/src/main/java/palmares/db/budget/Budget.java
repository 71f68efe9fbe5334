package palmares.db.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a team may spend.
///
/// @param benchmark the only one it is for, with its version; absent for a budget for all work
/// @param used reserved and not refunded: may exceed an amount that was lowered
public record Budget(
    UUID id,
    Unit unit,
    @Nullable String benchmark,
    @Nullable String version,
    long amount,
    long used) {

  public long left() {
    return Math.max(0, amount - used);
  }

  /// Which one it is, in words.
  public String words() {
    return benchmark == null
        ? "the team's budget of " + unit.word()
        : "the team's budget of %s for %s %s".formatted(unit.word(), benchmark, version);
  }
}
