package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CoinsTest {

  @Test
  void everyBitOfEachRandomNumberIsTossedOnce() {
    var random = new Random(11);
    var expected = Long.bitCount(random.nextLong()) + Long.bitCount(random.nextLong());
    var coins = new Coins(new Random(11));

    var heads =
        coins.heads(1) + coins.heads(62) + coins.heads(2) + coins.heads(0) + coins.heads(63);

    assertThat(heads).isEqualTo(expected);
  }

  @Test
  void moreTossesThanBitsTakeFurtherNumbers() {
    var random = new Random(4);
    var expected = 0;
    for (var i = 0; i < 3; i++) {
      expected += Long.bitCount(random.nextLong());
    }

    assertThat(new Coins(new Random(4)).heads(192)).isEqualTo(expected);
  }

  @Test
  void valuesThatAreHeadsAreAdded() {
    var first = new Random(8).nextLong();
    var powers = new double[40];
    for (var i = 0; i < powers.length; i++) {
      powers[i] = 1L << i;
    }

    var sum = new Coins(new Random(8)).sumOfHeads(powers);

    assertThat(sum).isEqualTo(first & ((1L << 40) - 1));
    assertThat(new Coins(new Random(8)).sumOfHeads(new double[0])).isZero();
  }
}
