package palmares.launcher.rank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// A ranking as JSON for programs, its fields always in the same order.
///
/// Rows of ranked systems have `system, rating, low, high, rank, rankLow, rankHigh, tieGroup`, then
/// the method's columns and labels by name. `low` and `high` are null without an interval. Unranked
/// systems follow, with `rating` null and a `reason`.
final class RankingJson {

  private RankingJson() {}

  static String of(Ranking ranking, VoteFile.Votes votes) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("method", ranking.method());
      json.writeObjectFieldStart("settings");
      for (var setting : ranking.settings().values().entrySet()) {
        json.writeStringField(setting.getKey(), setting.getValue());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("fit");
      json.writeBooleanField("converged", ranking.fit().converged());
      json.writeNumberField("iterations", ranking.fit().iterations());
      json.writeNumberField("gradientNorm", ranking.fit().gradientNorm());
      json.writeEndObject();
      json.writeNumberField("battles", votes.battles().size());
      json.writeNumberField("systems", votes.battles().systems().size());
      notes(json, ranking.notes(), votes.notes());
      json.writeArrayFieldStart("rows");
      for (var rating : ranking.ratings()) {
        json.writeStartObject();
        switch (rating) {
          case Rating.Ranked ranked -> ranked(json, ranked);
          case Rating.Unranked unranked -> unranked(json, unranked);
        }
        columns(json, rating);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into memory", e);
    }
    return text.append('\n').toString();
  }

  private static void notes(JsonGenerator json, List<String> first, List<String> second)
      throws IOException {
    json.writeArrayFieldStart("notes");
    for (var note : first) {
      json.writeString(note);
    }
    for (var note : second) {
      json.writeString(note);
    }
    json.writeEndArray();
  }

  private static void ranked(JsonGenerator json, Rating.Ranked ranked) throws IOException {
    json.writeStringField("system", ranked.subject());
    json.writeNumberField("rating", ranked.value());
    if (ranked.interval().isPresent()) {
      json.writeNumberField("low", ranked.interval().get().low());
      json.writeNumberField("high", ranked.interval().get().high());
    } else {
      json.writeNullField("low");
      json.writeNullField("high");
    }
    json.writeNumberField("rank", ranked.rank());
    json.writeNumberField("rankLow", ranked.rankLow());
    json.writeNumberField("rankHigh", ranked.rankHigh());
    json.writeNumberField("tieGroup", ranked.tieGroup());
  }

  private static void unranked(JsonGenerator json, Rating.Unranked unranked) throws IOException {
    json.writeStringField("system", unranked.subject());
    json.writeNullField("rating");
    json.writeStringField("reason", unranked.reason());
  }

  private static void columns(JsonGenerator json, Rating rating) throws IOException {
    json.writeObjectFieldStart("columns");
    for (Map.Entry<String, Double> column : new TreeMap<>(rating.columns()).entrySet()) {
      json.writeNumberField(column.getKey(), column.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : new TreeMap<>(rating.labels()).entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
  }
}
