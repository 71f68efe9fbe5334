package palmares.worker.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Embeddings by all-MiniLM-L6-v2, loaded when first needed, computed on a bounded pool of platform
/// threads in batches with little padding, and remembered by text.
public final class MiniLm implements Embeddings, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MiniLm.class);
  private static final int REMEMBERED = 32_768;

  private final Path cache;
  private final int tokenBudget;
  private final ExecutorService threads;
  private final EmbeddingCache remembered = new EmbeddingCache(REMEMBERED);
  private @Nullable MiniLmModel model;

  /// @param cache folder for the unpacked model
  /// @param tokenBudget rows times longest row of a batch
  public MiniLm(Path cache, int threads, int tokenBudget) {
    this.cache = cache;
    this.tokenBudget = tokenBudget;
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("embedding-", 1).factory());
  }

  public EmbeddingCounts counts() {
    return remembered.counts();
  }

  /// @throws UncheckedIOException if the model cannot be loaded or run
  /// @throws CancellationException if the calling thread is interrupted, which it stays
  @Override
  public List<float[]> embed(List<String> texts) {
    var known = new LinkedHashMap<String, float @Nullable []>();
    for (var text : texts) {
      if (known.containsKey(text)) {
        remembered.countRepeat();
      } else {
        known.put(text, remembered.get(text));
      }
    }
    var unknown = known.keySet().stream().filter(text -> known.get(text) == null).toList();
    if (!unknown.isEmpty()) {
      computed(unknown).forEach(known::put);
    }
    var vectors = new ArrayList<float[]>(texts.size());
    for (var text : texts) {
      vectors.add(Objects.requireNonNull(known.get(text)).clone());
    }
    return vectors;
  }

  private Map<String, float[]> computed(List<String> texts) {
    var loaded = model();
    var rows = texts.stream().map(loaded::tokens).toList();
    var lengths = rows.stream().mapToInt(row -> row.length).toArray();
    var batches = TokenBatches.of(lengths, tokenBudget);
    var futures = new ArrayList<Future<float[][]>>();
    for (var batch : batches) {
      var members = batch.stream().map(rows::get).toList();
      futures.add(threads.submit(() -> loaded.embed(members)));
    }
    var vectors = new LinkedHashMap<String, float[]>();
    for (int i = 0; i < batches.size(); i++) {
      var embedded = await(futures.get(i), futures);
      for (int j = 0; j < embedded.length; j++) {
        var text = texts.get(batches.get(i).get(j));
        vectors.put(text, embedded[j]);
        remembered.put(text, embedded[j]);
      }
    }
    return vectors;
  }

  private static float[][] await(Future<float[][]> future, List<Future<float[][]>> all) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      all.forEach(one -> one.cancel(false));
      Thread.currentThread().interrupt();
      throw new CancellationException("embedding was interrupted");
    } catch (ExecutionException e) {
      all.forEach(one -> one.cancel(false));
      throw new UncheckedIOException(
          new IOException("embedding failed: " + e.getCause(), e.getCause()));
    }
  }

  private synchronized MiniLmModel model() {
    if (model == null) {
      long began = System.nanoTime();
      try {
        model = MiniLmModel.load(cache);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      LOG.info("all-MiniLM-L6-v2 loaded in {} ms", millis);
    }
    return model;
  }

  /// Waits for what is being computed: closing the model under running native code would end the
  /// process.
  @Override
  public synchronized void close() throws InterruptedException {
    threads.shutdown();
    if (threads.awaitTermination(30, TimeUnit.SECONDS) && model != null) {
      model.close();
      model = null;
    }
  }
}
