package palmares.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmbeddingCacheTest {

  private final EmbeddingCache cache = new EmbeddingCache(2);

  @Test
  void whatWasPutIsFoundAndCounted() {
    cache.put("a", new float[] {1});

    assertThat(cache.get("a")).containsExactly(1f);
    assertThat(cache.get("b")).isNull();
    assertThat(cache.counts()).isEqualTo(new EmbeddingCounts(2, 1));
  }

  @Test
  void theLeastRecentlyUsedLeavesFirst() {
    cache.put("a", new float[] {1});
    cache.put("b", new float[] {2});
    cache.get("a");

    cache.put("c", new float[] {3});

    assertThat(cache.get("a")).isNotNull();
    assertThat(cache.get("b")).isNull();
    assertThat(cache.get("c")).isNotNull();
  }
}
