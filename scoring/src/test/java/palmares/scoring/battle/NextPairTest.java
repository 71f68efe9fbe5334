package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.battle.NextPair.Candidate;
import palmares.scoring.battle.NextPair.Settings;

class NextPairTest {

  private static final int SYSTEMS = 8;

  /// Strengths from scipy 1.17 (`minimize`, BFGS) on the penalised likelihood, the second term from
  /// numpy's inverse of V: leads 0.17617 and 0.45862, bonuses 0.43930 and 0.59235.
  @Test
  void equalsTheBoundsOfAnIndependentFit() {
    var battles =
        Battles.builder()
            .add("a", "b", 1, 3)
            .add("b", "a", 1)
            .add("b", "c", 1, 2)
            .add("c", "a", 1)
            .build();

    var next = NextPair.of(battles, Settings.DEFAULT);

    assertThat(next).extracting(Candidate::leader).containsOnly("a");
    assertThat(next).extracting(Candidate::challenger).containsExactly("b", "c");
    assertThat(next.getFirst().lead()).isCloseTo(0.17617137406121758, within(1e-6));
    assertThat(next.getFirst().bonus()).isCloseTo(0.4392976851069794, within(1e-12));
    assertThat(next.getFirst().battles()).isEqualTo(4);
    assertThat(next.getLast().lead()).isCloseTo(0.45861821763547495, within(1e-6));
    assertThat(next.getLast().bonus()).isCloseTo(0.5923488777590924, within(1e-12));
  }

  @Test
  void withoutExplorationTheTwoThatSeemBestMeet() {
    var battles =
        Battles.builder().add("a", "b", 1, 50).add("b", "c", 1, 50).add("d", "c", 0).build();

    assertThat(NextPair.of(battles, new Settings(0, 1)).getFirst().challenger()).isEqualTo("b");
    assertThat(NextPair.of(battles, new Settings(100, 1)).getFirst().challenger()).isEqualTo("d");
  }

  /// With planted strengths: what the rounds lose by judging others than the best two.
  @Test
  void losesLessThanPairsDrawnAtRandom() {
    double chosen = 0;
    double drawn = 0;
    for (var seed = 1; seed <= 20; seed++) {
      chosen += regret(seed, true);
      drawn += regret(seed, false);
    }

    assertThat(chosen).isLessThan(drawn / 2);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 0));
  }

  private static double regret(long seed, boolean isChosen) {
    var random = new Random(seed);
    var builder = Battles.builder();
    for (var k = 0; k < SYSTEMS; k++) {
      fight(builder, k, (k + 1) % SYSTEMS, random);
    }
    var regret = 0.0;
    for (var round = 0; round < 100; round++) {
      var left = random.nextInt(SYSTEMS);
      var right = (left + 1 + random.nextInt(SYSTEMS - 1)) % SYSTEMS;
      if (isChosen) {
        var next = NextPair.of(builder.build(), Settings.DEFAULT).getFirst();
        left = Integer.parseInt(next.leader());
        right = Integer.parseInt(next.challenger());
      }
      fight(builder, left, right, random);
      regret += 2 * strength(SYSTEMS - 1) - strength(left) - strength(right);
    }
    return regret;
  }

  private static void fight(Battles.Builder builder, int left, int right, Random random) {
    var chance = 1 / (1 + Math.exp(strength(right) - strength(left)));
    builder.add("" + left, "" + right, random.nextDouble() < chance ? 1 : 0);
  }

  private static double strength(int system) {
    return 0.5 * system;
  }
}
