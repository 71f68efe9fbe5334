package palmares.worker.embedding;

import ai.djl.MalformedModelException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// all-MiniLM-L6-v2 in single precision, run by ONNX Runtime on one thread a call.
///
/// Texts are cut at 256 tokens, as the model was trained. A vector is the mean over a text's
/// tokens, brought to length 1; summed here, in double precision and in order, so that nothing
/// depends on how a batch was padded.
final class MiniLmModel implements AutoCloseable {

  static final int LONGEST = 256;
  static final int DIMENSIONS = 384;

  private static final String MODEL_SHA256 =
      "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e";
  private static final String TOKENIZER_SHA256 =
      "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";

  private final HuggingFaceTokenizer tokenizer;
  private final ZooModel<long[][], float[][]> model;

  private MiniLmModel(HuggingFaceTokenizer tokenizer, ZooModel<long[][], float[][]> model) {
    this.tokenizer = tokenizer;
    this.model = model;
  }

  /// Loads the model from its jar by way of the cache folder; never from a network.
  static MiniLmModel load(Path cache) throws IOException {
    stayOffline(cache);
    var files = new ModelFiles(cache.resolve("models").resolve("all-minilm-l6-v2"));
    files.unpacked("/all-minilm-l6-v2.onnx", "model.onnx", MODEL_SHA256);
    var vocabulary =
        files.unpacked("/all-minilm-l6-v2-tokenizer.json", "tokenizer.json", TOKENIZER_SHA256);
    // By path: given a name, the tokenizer would look for it on the network.
    var tokenizer =
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(vocabulary)
            .optTruncation(true)
            .optMaxLength(LONGEST)
            .optPadding(false)
            .build();
    try {
      return new MiniLmModel(tokenizer, model(files.folder()));
    } catch (ModelNotFoundException | MalformedModelException e) {
      throw new IOException("all-MiniLM-L6-v2 cannot be loaded from " + files.folder(), e);
    }
  }

  private static ZooModel<long[][], float[][]> model(Path folder)
      throws IOException, ModelNotFoundException, MalformedModelException {
    return Criteria.builder()
        .setTypes(long[][].class, float[][].class)
        .optModelPath(folder)
        .optModelName("model")
        .optEngine("OnnxRuntime")
        .optOption("intraOpNumThreads", "1")
        .optOption("interOpNumThreads", "1")
        .optTranslator(new MeanPooling())
        .build()
        .loadModel();
  }

  /// DJL would otherwise look for natives on the network and report its use.
  private static void stayOffline(Path cache) {
    var settings =
        Map.of(
            "ai.djl.offline", "true",
            "OPT_OUT_TRACKING", "true",
            "RUST_FLAVOR", "cpu",
            "DJL_CACHE_DIR", cache.resolve("djl").toString());
    settings.forEach((name, value) -> {
      if (System.getProperty(name) == null && System.getenv(name) == null) {
        System.setProperty(name, value);
      }
    });
  }

  /// The token ids of a text, at most [#LONGEST] of them.
  long[] tokens(String text) {
    return tokenizer.encode(text).getIds();
  }

  /// One vector for each row of token ids.
  float[][] embed(List<long[]> rows) {
    // A predictor is not for several threads; making one is cheap.
    try (Predictor<long[][], float[][]> predictor = model.newPredictor()) {
      return predictor.predict(rows.toArray(long[][]::new));
    } catch (TranslateException e) {
      throw new UncheckedIOException(new IOException("all-MiniLM-L6-v2 failed", e));
    }
  }

  @Override
  public void close() {
    model.close();
    tokenizer.close();
  }

  /// Pads token ids into a rectangle, and takes the mean over each row's own tokens of what comes
  /// out. Arrays belong to the call's manager and go with it.
  private static final class MeanPooling implements Translator<long[][], float[][]> {

    private static final String ROWS = "rows";

    @Override
    public NDList processInput(TranslatorContext context, long[][] rows) {
      context.setAttachment(ROWS, rows);
      int width = 0;
      for (var row : rows) {
        width = Math.max(width, row.length);
      }
      var ids = new long[rows.length * width];
      var mask = new long[ids.length];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(rows[i], 0, ids, i * width, rows[i].length);
        Arrays.fill(mask, i * width, i * width + rows[i].length, 1);
      }
      var manager = context.getNDManager();
      var shape = new Shape(rows.length, width);
      var types = new long[ids.length];
      return new NDList(
          named(manager.create(ids, shape), "input_ids"),
          named(manager.create(mask, shape), "attention_mask"),
          named(manager.create(types, shape), "token_type_ids"));
    }

    private static NDArray named(NDArray array, String name) {
      array.setName(name);
      return array;
    }

    @Override
    public float[][] processOutput(TranslatorContext context, NDList output) {
      var rows = (long[][]) context.getAttachment(ROWS);
      var hidden = output.getFirst();
      int width = Math.toIntExact(hidden.getShape().get(1));
      var values = hidden.toFloatArray();
      var vectors = new float[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        vectors[i] = mean(values, i * width * DIMENSIONS, rows[i].length);
      }
      return vectors;
    }

    private static float[] mean(float[] values, int from, int tokens) {
      var sums = new double[DIMENSIONS];
      for (int token = 0; token < tokens; token++) {
        for (int i = 0; i < DIMENSIONS; i++) {
          sums[i] += values[from + token * DIMENSIONS + i];
        }
      }
      double squares = 0;
      for (double sum : sums) {
        squares += sum * sum;
      }
      double length = Math.sqrt(squares);
      var vector = new float[DIMENSIONS];
      for (int i = 0; i < DIMENSIONS; i++) {
        vector[i] = (float) (sums[i] / length);
      }
      return vector;
    }

    @Override
    public @Nullable Batchifier getBatchifier() {
      return null;
    }
  }
}
