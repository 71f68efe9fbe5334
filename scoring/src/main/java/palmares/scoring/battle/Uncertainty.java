package palmares.scoring.battle;

/// How far the fitted strengths may be off, in natural logits.
interface Uncertainty {

  /// Where a strength may lie; an end may be infinite.
  record Ends(double low, double high) {

    static final Ends ANYWHERE = new Ends(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean areFinite() {
      return Double.isFinite(low) && Double.isFinite(high);
    }
  }

  /// The ends of a strength, the sum of all held at 0.
  Ends ends(int system);

  /// The ends of the difference of two strengths.
  Ends ends(int system, int other);

  /// How many independent observations a system took part in.
  int observations(int system);

  /// Why an end of a strength is infinite.
  String whyInfinite(int system);
}
