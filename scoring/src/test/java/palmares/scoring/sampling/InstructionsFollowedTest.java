package palmares.scoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InstructionsFollowedTest {

  /// By hand: 3/3, 1/2, 4/4 and 0/1.
  @Test
  void countsSharesAndWhoFollowsAll() {
    var followed = new InstructionsFollowed(new int[] {3, 1, 4, 0}, new int[] {3, 2, 4, 1});

    assertThat(followed.share()).isCloseTo(0.625, within(1e-15));
    assertThat(followed.atLeast(1)).isTrue();
    assertThat(followed.atLeast(2)).isTrue();
    assertThat(followed.atLeast(3)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> followed.atLeast(5))
        .withMessage("K must be from 1 to the 4 responses: 5");
  }

  @Test
  void moreThanWasGivenCannotBeFollowed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InstructionsFollowed(new int[] {3}, new int[] {2}))
        .withMessageEndingWith("3 of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InstructionsFollowed(new int[] {0}, new int[] {0}));
  }
}
