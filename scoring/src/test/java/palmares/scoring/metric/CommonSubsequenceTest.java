package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonSubsequenceTest {

  @Test
  void equalsThePlainTableOnRandomLists() {
    var random = new Random(11);
    for (var round = 0; round < 300; round++) {
      var left = tokens(random, random.nextInt(200), 1 + random.nextInt(8));
      var right = tokens(random, random.nextInt(200), 1 + random.nextInt(8));

      assertThat(CommonSubsequence.length(left, right))
          .as("%s and %s", left, right)
          .isEqualTo(plainTable(left, right));
    }
  }

  @Test
  void carriesThroughWholeWords() {
    var same = Collections.nCopies(130, "a");

    assertThat(CommonSubsequence.length(same, same)).isEqualTo(130);
    assertThat(CommonSubsequence.length(same, List.of())).isZero();
  }

  private static List<String> tokens(Random random, int size, int kinds) {
    return random.ints(size, 0, kinds).mapToObj(Integer::toString).toList();
  }

  private static int plainTable(List<String> left, List<String> right) {
    var table = new int[left.size() + 1][right.size() + 1];
    for (var i = 1; i <= left.size(); i++) {
      for (var j = 1; j <= right.size(); j++) {
        table[i][j] =
            left.get(i - 1).equals(right.get(j - 1))
                ? table[i - 1][j - 1] + 1
                : Math.max(table[i - 1][j], table[i][j - 1]);
      }
    }
    return table[left.size()][right.size()];
  }
}
