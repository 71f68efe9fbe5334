package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The mean of both orders, and a tie where they name different winners: a judge that contradicts
/// itself prefers a place and not a response. (MT-bench counts a tie alike; ratings from
/// probabilities keep how sure the judge was.)
///
/// Where the judge abstained in one order nothing is decided: the other order alone would let the
/// place count.
@AutoService(SettleRule.class)
public final class BothOrders implements SettleRule {

  private static final double TIE = 0.5;

  @Override
  public String id() {
    return "both-orders";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public OptionalDouble settle(@Nullable Double shownFirst, @Nullable Double shownSecond) {
    if (shownFirst == null || shownSecond == null) {
      return OptionalDouble.empty();
    }
    var contradicts = (shownFirst - TIE) * (shownSecond - TIE) < 0;
    return OptionalDouble.of(contradicts ? TIE : (shownFirst + shownSecond) / 2);
  }
}
