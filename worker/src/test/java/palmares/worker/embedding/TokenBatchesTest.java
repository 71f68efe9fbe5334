package palmares.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {

  @Test
  void textsOfLikeLengthGoTogetherWithinTheBudget() {
    var batches = TokenBatches.of(new int[] {30, 5, 6, 28, 5}, 60);

    assertThat(batches).containsExactly(List.of(1, 4, 2), List.of(3, 0));
  }

  @Test
  void aTextLongerThanTheBudgetIsABatchOfItsOwn() {
    assertThat(TokenBatches.of(new int[] {200, 10}, 60)).containsExactly(List.of(1), List.of(0));
  }

  @Test
  void everyTextIsInExactlyOneBatchThatKeepsTheBudget() {
    var lengths = new Random(7).ints(500, 1, 257).toArray();

    var batches = TokenBatches.of(lengths, 512);

    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 500).boxed().toList());
    assertThat(batches)
        .allMatch(batch ->
            batch.size() * batch.stream().mapToInt(i -> lengths[i]).max().orElseThrow() <= 512);
  }

  @Test
  void nothingMakesNoBatch() {
    assertThat(TokenBatches.of(new int[0], 60)).isEmpty();
  }
}
