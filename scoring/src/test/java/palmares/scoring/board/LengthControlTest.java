package palmares.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.board.AlpacaEvalData.number;

import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;

class LengthControlTest {

  /// NullModel's published weights are of another run (0.133 off); the README of the data says so.
  @Test
  void thePublishedWeightsGiveThePublishedRates() {
    try (var rate = Verdict.on("alpacaeval2", "LC from published weights", 1e-6);
        var error = Verdict.on("alpacaeval2", "LC standard error", 1e-6)) {
      for (var row : AlpacaEvalData.models()) {
        var model = row.get("model");
        if (!model.equals("NullModel")
            && !row.get("published_lc_standard_error").isEmpty()
            && !row.get("published_w_len").isEmpty()) {
          var weights =
              new LengthControl(
                  number(row, "published_w_len"),
                  number(row, "published_w_difficulty"),
                  number(row, "published_w_bias"));
          var found = weights.rate(AlpacaEvalData.rows(model).difficulty());
          rate.compare(model, found.value(), row.get("published_length_controlled_winrate"));
          error.compare(model, found.standardError(), row.get("published_lc_standard_error"));
        }
      }
    }
  }

  /// s(0) = 1/2 and s(ln 3) = 3/4: mean 62.5, deviation 0.25 / sqrt 2 over sqrt 2.
  @Test
  void theRateIsTheMeanOfTheChancesAtEqualLength() {
    var found = new LengthControl(9, Math.log(3), 0).rate(new double[] {0, 1});

    assertThat(found.value()).isCloseTo(62.5, within(1e-12));
    assertThat(found.standardError()).isCloseTo(12.5, within(1e-12));
  }

  @Test
  void oneInstructionIsTooFew() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LengthControl(0, 0, 0).rate(new double[] {1}))
        .withMessage("two instructions or more are needed");
  }
}
