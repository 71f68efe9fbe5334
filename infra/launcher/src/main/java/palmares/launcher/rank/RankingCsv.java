package palmares.launcher.rank;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import palmares.launcher.terminal.SafeText;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// A ranking as CSV for programs and spreadsheets.
final class RankingCsv {

  private static final List<String> FIRST =
      List.of(
          "system",
          "rating",
          "low",
          "high",
          "rank",
          "rank_low",
          "rank_high",
          "tie_group",
          "reason");

  private RankingCsv() {}

  static String of(Ranking ranking) {
    var names = new TreeSet<String>();
    ranking.ratings().forEach(rating -> names.addAll(rating.columns().keySet()));
    var header = new ArrayList<>(FIRST);
    header.addAll(names);
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      for (var rating : ranking.ratings()) {
        var row = new ArrayList<>(first(rating));
        for (var name : names) {
          var value = rating.columns().get(name);
          row.add(value == null ? "" : value.toString());
        }
        csv.writeRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into memory", e);
    }
    return text.toString();
  }

  private static List<String> first(Rating rating) {
    return switch (rating) {
      case Rating.Ranked ranked ->
          List.of(
              SafeText.cell(ranked.subject()),
              Double.toString(ranked.value()),
              ranked.interval().map(Interval::low).map(String::valueOf).orElse(""),
              ranked.interval().map(Interval::high).map(String::valueOf).orElse(""),
              Integer.toString(ranked.rank()),
              Integer.toString(ranked.rankLow()),
              Integer.toString(ranked.rankHigh()),
              Integer.toString(ranked.tieGroup()),
              "");
      case Rating.Unranked unranked ->
          List.of(SafeText.cell(unranked.subject()), "", "", "", "", "", "", "", unranked.reason());
    };
  }
}
