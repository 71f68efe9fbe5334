package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Visible;
import palmares.contract.submission.EvaluatedExample;
import palmares.contract.submission.EvaluatedExample.Evaluation;
import palmares.db.Json;
import palmares.db.blob.BlobStore;
import palmares.db.submission.EvaluatedRow;

/// What people are shown of an example of a submission.
@Singleton
public final class ShownExamples {

  private final BlobStore blobs;

  ShownExamples(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// The whole response; null for a gap.
  public @Nullable String text(EvaluatedRow row) {
    var blob = row.blob();
    return blob == null ? row.text() : new String(blobs.read(blob), UTF_8);
  }

  /// As much of the response as a list shows; null for a gap.
  public @Nullable String excerpt(EvaluatedRow row) {
    var text = text(row);
    return text == null || text.codePointCount(0, text.length()) <= EvaluatedExample.LONGEST_IN_LIST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, EvaluatedExample.LONGEST_IN_LIST));
  }

  public static List<Evaluation> evaluations(EvaluatedRow row, Visible visible) {
    return row.evaluations().stream()
        .map(each ->
            new Evaluation(
                each.evaluator(),
                each.value(),
                each.cause(),
                visible.includes(Visible.REASON) ? reason(each.aspects()) : Map.of()))
        .toList();
  }

  private static Map<String, Double> reason(@Nullable String aspects) {
    var reason = new TreeMap<String, Double>();
    if (aspects != null) {
      Json.tree(aspects)
          .properties()
          .forEach(aspect -> reason.put(aspect.getKey(), aspect.getValue().asDouble()));
    }
    return reason;
  }
}
