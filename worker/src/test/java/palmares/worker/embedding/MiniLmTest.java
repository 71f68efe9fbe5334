package palmares.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MiniLmTest {

  private static final String CAT = "The cat sat on the mat.";

  /// Python: onnxruntime 1.30.0 and tokenizers on the same two files, batch of one, no padding,
  /// truncation at 256, h.mean(0), v / norm(v), dot product. Single precision: 1e-5.
  @Test
  void cosinesAreThoseOfTheReferenceImplementation() {
    assertThat(cosine(CAT, "A feline rested on the rug.")).isCloseTo(0.555976, within(1e-5));
    assertThat(cosine(CAT, "Interest rates rose again.")).isCloseTo(0.022040, within(1e-5));
    assertThat(cosine(CAT, "A dog chased a ball.")).isCloseTo(0.110894, within(1e-5));
    assertThat(cosine(CAT, "word ".repeat(400))).isCloseTo(0.107910, within(1e-5));
  }

  @Test
  void whatFollowsThe256thTokenDoesNotCount() {
    // 254 words and the two marks around them
    assertThat(cosine("word ".repeat(254), "word ".repeat(254) + "cat")).isEqualTo(1);
  }

  @Test
  void aVectorHasLengthOne() {
    var vector = SharedMiniLm.get().embed(List.of(CAT)).getFirst();

    assertThat(vector).hasSize(384);
    assertThat(Embeddings.cosine(vector, vector)).isEqualTo(1);
  }

  @Test
  void aVectorIsTheSameToTheLastBitWhateverElseIsInTheBatch() throws Exception {
    var texts = texts(60);
    List<float[]> alone;
    try (var one = SharedMiniLm.fresh(1)) {
      alone = one.embed(texts);
    }

    for (int budget : new int[] {64, 256, 512, 2_048}) {
      try (var model = SharedMiniLm.fresh(budget)) {
        var together = shuffledEmbeddings(model, texts, budget);

        for (int i = 0; i < texts.size(); i++) {
          assertThat(together.get(i))
              .as("budget %s, '%s'", budget, texts.get(i))
              .isEqualTo(alone.get(i));
        }
      }
    }
  }

  @Test
  void manyThreadsGetWhatOneGets() throws Exception {
    var texts = texts(40);
    var expected = SharedMiniLm.get().embed(texts);

    try (var model = SharedMiniLm.fresh(256);
        var threads = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<java.util.concurrent.Future<List<float[]>>>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> model.embed(texts)));
      }

      for (var answer : answers) {
        assertThat(answer.get()).usingRecursiveComparison().isEqualTo(expected);
      }
    }
  }

  @Test
  void aTextIsComputedOnce() throws Exception {
    try (var model = SharedMiniLm.fresh(256)) {
      model.embed(List.of("one", "two", "one"));
      model.embed(List.of("two", "three"));

      assertThat(model.counts()).isEqualTo(new EmbeddingCounts(5, 2));
    }
  }

  @Test
  void whoChangesAVectorChangesOnlyItsOwn() {
    var vector = SharedMiniLm.get().embed(List.of(CAT)).getFirst();
    vector[0] = 9;

    assertThat(SharedMiniLm.get().embed(List.of(CAT)).getFirst()[0]).isNotEqualTo(9f);
  }

  @Test
  void anInterruptedCallerStopsWaitingAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> SharedMiniLm.get().embed(List.of("a text never seen before")));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void nothingIsLoadedForNothing() throws Exception {
    try (var model = new MiniLm(java.nio.file.Path.of("/nowhere"), 1, 256)) {
      assertThat(model.embed(List.of())).isEmpty();
    }
  }

  private static double cosine(String left, String right) {
    var vectors = SharedMiniLm.get().embed(List.of(left, right));
    return Embeddings.cosine(vectors.getFirst(), vectors.getLast());
  }

  private static List<float[]> shuffledEmbeddings(MiniLm model, List<String> texts, int seed) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < texts.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    var shuffled = model.embed(order.stream().map(texts::get).toList());
    var vectors = new ArrayList<float[]>(Collections.nCopies(texts.size(), new float[0]));
    for (int i = 0; i < order.size(); i++) {
      vectors.set(order.get(i), shuffled.get(i));
    }
    return vectors;
  }

  /// Texts of 1 to 60 words.
  private static List<String> texts(int count) {
    var words =
        "the keeper climbs every evening with a can of oil and 112 steps; Zürich!".split(" ");
    var random = new Random(11);
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var text = new StringBuilder();
      for (int j = 1 + random.nextInt(60); j > 0; j--) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
