package palmares.launcher.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import palmares.launcher.compare.ComparedSystems.Pair;
import palmares.scoring.comparison.ComparisonSettings;
import palmares.scoring.comparison.PairedComparison;

/// Comparisons as JSON for programs, the fields always in the same order.
final class ComparisonJson {

  private ComparisonJson() {}

  static String of(ComparedSystems compared, ComparisonSettings settings) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("method", "paired@1");
      json.writeObjectFieldStart("settings");
      json.writeNumberField("rounds", settings.rounds());
      json.writeNumberField("draws", settings.draws());
      json.writeNumberField("seed", settings.seed());
      json.writeNumberField("level", settings.level());
      json.writeEndObject();
      json.writeArrayFieldStart("pairs");
      for (var pair : compared.pairs()) {
        write(json, pair);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into memory", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Pair pair) throws IOException {
    json.writeStartObject();
    json.writeStringField("left", pair.left());
    json.writeStringField("right", pair.right());
    json.writeNumberField("examples", pair.scores().examples());
    json.writeNumberField("both", pair.scores().both());
    json.writeNumberField("onlyLeft", pair.scores().onlyLeft());
    json.writeNumberField("onlyRight", pair.scores().onlyRight());
    json.writeNumberField("neither", pair.scores().neither());
    write(json, "answered", pair.answered());
    write(json, "withGaps", pair.withGaps());
    json.writeNumberField("holmP", pair.p());
    json.writeNumberField("benjaminiHochbergQ", pair.q());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, @Nullable PairedComparison found)
      throws IOException {
    if (found == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("examples", found.examples());
    json.writeNumberField("leftMean", found.leftMean());
    json.writeNumberField("rightMean", found.rightMean());
    json.writeNumberField("difference", found.difference());
    var interval = found.interval();
    if (interval == null) {
      json.writeNullField("low");
      json.writeNullField("high");
    } else {
      json.writeNumberField("low", interval.low());
      json.writeNumberField("high", interval.high());
    }
    if (found.detectable() == null) {
      json.writeNullField("detectable");
    } else {
      json.writeNumberField("detectable", found.detectable());
    }
    json.writeNumberField("better", found.signs().better());
    json.writeNumberField("worse", found.signs().worse());
    json.writeNumberField("ties", found.signs().ties());
    json.writeNumberField("permutationP", found.permutation().p());
    json.writeNumberField("permutationDraws", found.permutation().draws());
    json.writeNumberField("signP", found.signs().p());
    var mcnemar = found.mcnemar();
    if (mcnemar == null) {
      json.writeNullField("mcnemarP");
    } else {
      json.writeNumberField("mcnemarP", mcnemar.p());
    }
    json.writeEndObject();
  }
}
