package palmares.scoring.board;

/// How a response does against that of a baseline, as WildBench's judge says it.
public enum BaselineOutcome {
  MUCH_BETTER(1),
  SLIGHTLY_BETTER(0.5),
  TIE(0),
  SLIGHTLY_WORSE(-0.5),
  MUCH_WORSE(-1);

  private final double reward;

  BaselineOutcome(double reward) {
    this.reward = reward;
  }

  public double reward() {
    return reward;
  }

  /// The outcome once length does not pay: a slight win of a response that is longer by more than
  /// `margin` characters is a tie. Clear wins stay.
  ///
  /// @param characters of the response, and of that of the baseline
  /// @param margin WildBench publishes 500, 1000 and 1500; negative for no penalty
  public BaselineOutcome penalised(int characters, int ofBaseline, int margin) {
    if (margin < 0) {
      return this;
    }
    var excess = characters - ofBaseline;
    return this == SLIGHTLY_BETTER && excess > margin || this == SLIGHTLY_WORSE && -excess > margin
        ? TIE
        : this;
  }
}
