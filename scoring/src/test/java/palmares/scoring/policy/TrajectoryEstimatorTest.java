package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palmares.scoring.Verdict;
import palmares.scoring.policy.Trajectory.Step;
import palmares.scoring.ranking.ReferenceData;

class TrajectoryEstimatorTest {

  /// 200 trajectories of 5 steps and 3 actions; expected values by numpy, which SCOPE-RL's own
  /// functions give to 8 digits.
  @ParameterizedTest
  @EnumSource
  void equalsScopeRl(TrajectoryEstimator estimator) {
    var estimate = estimator.of(trajectories(), 0.95);

    var name = estimator.name().toLowerCase(Locale.ROOT);
    Verdict.one(
        "scope_rl",
        "DM, TIS, PDIS, DR, SNTIS, SNPDIS, SNDR",
        1e-9,
        estimate.value(),
        ReferenceData.number("scope_rl/expected_ope.json", name));
    assertThat(estimate.samples()).isEqualTo(200);
  }

  /// Two trajectories of one step, ratios 2 and 0.5, rewards 1 and 4: pdis (2 + 2) / 2, snpdis
  /// divides by the mean ratio 1.25.
  @Test
  void equalsTheWeightsOfTwoStepsByHand() {
    var logged =
        List.of(
            one(new Step(0, 1, 0.25, new double[] {0.5, 0.5}, new double[0])),
            one(new Step(0, 4, 1, new double[] {0.5, 0.5}, new double[0])));

    assertThat(TrajectoryEstimator.PDIS.of(logged, 1).value()).isEqualTo(2);
    assertThat(TrajectoryEstimator.SNPDIS.of(logged, 1).value()).isCloseTo(1.6, within(1e-12));
    // (2.5)^2 / 4.25
    assertThat(TrajectoryEstimator.TIS.of(logged, 1).effectiveSamples())
        .isCloseTo(6.25 / 4.25, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void neitherOrderNorCopiesOfTrajectoriesMatter(TrajectoryEstimator estimator) {
    var logged = trajectories();
    var shuffled = new ArrayList<>(logged);
    shuffled.addAll(logged);
    Collections.shuffle(shuffled, new Random(4));

    assertThat(estimator.of(shuffled, 0.9).value())
        .isCloseTo(estimator.of(logged, 0.9).value(), within(1e-9));
  }

  @Test
  void aPolicyThatCouldNotHaveActedSoIsRefusedOrWarnedOf() {
    var logged = List.of(one(new Step(0, 1, 0.5, new double[] {0, 1}, new double[0])));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrajectoryEstimator.SNTIS.of(logged, 1))
        .withMessageContaining("all weights are 0");
    assertThat(TrajectoryEstimator.TIS.of(logged, 1).notes())
        .first()
        .asString()
        .startsWith("effective sample size 0.0 of 1");
  }

  @Test
  void badStepsAreRefused() {
    double[] policy = {0.5, 0.5};
    double[] none = {};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Step(0, 1, 0, policy, none))
        .withMessageContaining("a propensity must be greater than 0 and at most 1: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Step(2, 1, 1, policy, none))
        .withMessageContaining("the action must be from 0 to 1: 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Step(0, 1, 1, new double[] {0.5, 0.4}, none))
        .withMessageContaining("must sum to 1: 0.9");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TrajectoryEstimator.DR.of(List.of(one(new Step(0, 1, 1, policy, none))), 1))
        .withMessage("dr needs the values of a model at each step");
  }

  private static Trajectory one(Step step) {
    return new Trajectory(List.of(step));
  }

  private static List<Trajectory> trajectories() {
    var steps = new TreeMap<Integer, List<Step>>();
    for (var row : ReferenceData.csv("scope_rl/trajectories.csv")) {
      steps
          .computeIfAbsent(Integer.parseInt(row.get("traj")), key -> new ArrayList<>())
          .add(
              new Step(
                  Integer.parseInt(row.get("action")),
                  Double.parseDouble(row.get("reward")),
                  Double.parseDouble(row.get("pscore")),
                  numbers(row, "pe0", "pe1", "pe2"),
                  numbers(row, "q0", "q1", "q2")));
    }
    return steps.values().stream().map(Trajectory::new).toList();
  }

  private static double[] numbers(Map<String, String> row, String... names) {
    return Stream.of(names).mapToDouble(name -> Double.parseDouble(row.get(name))).toArray();
  }
}
