package palmares.db.budget;

/// What one example costs, in whole numbers so that sums are exact.
///
/// @param micros millionths of the platform's currency
public record Price(long micros, long tokens) {

  private static final long MOST = 1_000_000_000_000L;

  public static final Price FREE = new Price(0, 0);

  public Price {
    if (micros < 0 || tokens < 0 || micros > MOST || tokens > MOST) {
      throw new IllegalArgumentException(
          "a price must have micros and tokens in 0..%d: %d, %d".formatted(MOST, micros, tokens));
    }
  }

  public long of(Unit unit) {
    return switch (unit) {
      case MONEY -> micros;
      case TOKENS -> tokens;
    };
  }

  public boolean costsNothing() {
    return equals(FREE);
  }
}
