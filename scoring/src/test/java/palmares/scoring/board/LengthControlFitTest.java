package palmares.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.board.AlpacaEvalData.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.Verdict;
import palmares.scoring.board.LengthControlFit.Rows;

class LengthControlFitTest {

  /// Without gamed rows, and with a substitute of the two sets that AlpacaEval uses.
  @ParameterizedTest
  @ValueSource(strings = {"noreg", "subreg"})
  void equalsTheWeightsAtThePenaltyThatAlpacaEvalChose(String run) {
    var gamed =
        run.equals("noreg")
            ? List.<Rows>of()
            : List.of(
                AlpacaEvalData.rows("gpt-3.5-turbo-1106_concise"),
                AlpacaEvalData.rows("gpt-3.5-turbo-1106_verbose"));
    try (var weights = Verdict.on("alpacaeval2", "LC weights, " + run, 1e-4);
        var rate = Verdict.on("alpacaeval2", "LC, " + run, 0.05)) {
      for (var row : AlpacaEvalData.models()) {
        var model = row.get("model");
        var own = AlpacaEvalData.rows(model);
        var found =
            LengthControlFit.withPenalty(own, gamed, 0.2, number(row, run + "_C")).weights();
        weights.compare(model, found.length(), row.get(run + "_w_len"));
        weights.compare(model, found.difficulty(), row.get(run + "_w_difficulty"));
        weights.compare(model, found.bias(), row.get(run + "_w_bias"));
        rate.compare(model, found.rate(own.difficulty()).value(), row.get(run + "_lc"));
      }
    }
  }

  /// The parts of the instructions that are held out are drawn otherwise there, so that two close
  /// calls may fall the other way.
  @Test
  void choosesThePenaltyThatAlpacaEvalChose() {
    var models = AlpacaEvalData.models().stream().limit(6).toList();

    for (var row : models) {
      var found = LengthControlFit.of(AlpacaEvalData.rows(row.get("model")), List.of(), 0);

      assertThat(found.c()).isCloseTo(number(row, "noreg_C"), within(1e-6));
    }
  }

  /// Preferences made by the model itself, with much data and nearly no penalty.
  @Test
  void findsTheWeightsThatPreferencesWereMadeWith() {
    var random = new Random(7);
    var ahead = random.doubles(5_000, -900, 900).toArray();
    var difficulty = random.doubles(5_000, -2, 2).toArray();
    var plain = new Rows(numbered(5_000), new double[5_000], ahead, difficulty);
    var deviation = 1800 / Math.sqrt(12);
    var preference = new double[5_000];
    for (var i = 0; i < preference.length; i++) {
      preference[i] =
          LengthControl.chance(-0.8 * Math.tanh(ahead[i] / deviation) + 0.5 * difficulty[i] + 1);
    }

    var found =
        LengthControlFit.withPenalty(
                new Rows(numbered(5_000), preference, plain.ahead(), plain.difficulty()),
                List.of(),
                0,
                1e4)
            .weights();

    assertThat(found.length()).isCloseTo(-0.8, within(0.02));
    assertThat(found.difficulty()).isCloseTo(0.5, within(0.01));
    assertThat(found.bias()).isCloseTo(1, within(0.01));
  }

  @Test
  void rowsThatDoNotMatchAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rows(numbered(20), new double[20], new double[20], new double[19]))
        .withMessage("misaligned: 20 preferences, 20 lengths, 19 difficulties");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rows(numbered(20), new double[20], new double[20], new double[20]))
        .withMessage("all differences of length are 0.0: there is nothing to control for");
  }

  /// Rows in another order than the gamed ones are held out with the same instructions; seeds with
  /// which another choice of parts gives another penalty.
  @ParameterizedTest
  @ValueSource(longs = {6, 9, 13})
  void theOrderOfRowsChoosesNoPenalty(long seed) {
    var random = new Random(seed);
    var ahead = random.doubles(60, -900, 900).toArray();
    var difficulty = random.doubles(60, -2, 2).toArray();
    var preference = random.doubles(60).map(draw -> draw < 0.55 ? 1 : 0).toArray();
    var gamed = random.doubles(60).map(draw -> draw < 0.4 ? 1 : 0).toArray();
    var order = IntStream.range(0, 60).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(order, new Random(4));
    var own = new Rows(numbered(60), preference, ahead, difficulty);
    var game = new Rows(numbered(60), gamed, ahead, difficulty);

    var straight = LengthControlFit.of(own, List.of(game), 0.2);
    var turned = LengthControlFit.of(turned(own, order), List.of(game), 0.2);

    assertThat(turned.c()).isEqualTo(straight.c());
    assertThat(turned.weights().bias()).isCloseTo(straight.weights().bias(), within(1e-9));
  }

  private static Rows turned(Rows rows, List<Integer> order) {
    return new Rows(
        order.stream().map(rows.instructions()::get).toList(),
        order.stream().mapToDouble(i -> rows.preference()[i]).toArray(),
        order.stream().mapToDouble(i -> rows.ahead()[i]).toArray(),
        order.stream().mapToDouble(i -> rows.difficulty()[i]).toArray());
  }

  private static List<String> numbered(int size) {
    return IntStream.range(0, size).mapToObj(String::valueOf).toList();
  }
}
