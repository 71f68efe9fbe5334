package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// A ranking as a snapshot stores it: everything a board shows but names, which are resolved when
/// it is read.
///
/// @param format of this document, 1
public record SnapshotDocument(
    int format,
    String method,
    SortedMap<String, String> settings,
    List<Row> rows,
    boolean converged,
    List<String> notes) {

  /// @param subject a system's id or an evaluator's key
  public record Row(
      String subject,
      String kind,
      @Nullable String submission,
      @Nullable Integer rank,
      @Nullable Integer rankLow,
      @Nullable Integer rankHigh,
      @Nullable Integer tieGroup,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String reason,
      @Nullable Double boundLow,
      @Nullable Double boundHigh,
      SortedMap<String, Double> columns,
      SortedMap<String, String> labels) {

    /// A row that has a place and no rating.
    static Row unranked(
        String subject,
        String kind,
        @Nullable String submission,
        String reason,
        SortedMap<String, Double> columns) {
      return new Row(
          subject,
          kind,
          submission,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          reason,
          null,
          null,
          columns,
          new TreeMap<>());
    }

    private Row with(Map<String, String> more) {
      var all = new TreeMap<>(labels);
      all.putAll(more);
      return new Row(
          subject,
          kind,
          submission,
          rank,
          rankLow,
          rankHigh,
          tieGroup,
          value,
          low,
          high,
          reason,
          boundLow,
          boundHigh,
          columns,
          all);
    }
  }

  /// @param submissions the submission that stands for each system
  /// @param extra further columns by subject
  static SnapshotDocument of(
      Ranking ranking,
      Map<String, String> submissions,
      Map<String, Map<String, Double>> extra,
      UnaryOperator<String> kind) {
    var rows =
        ranking.ratings().stream()
            .map(rating ->
                row(
                    rating,
                    kind.apply(rating.subject()),
                    submissions.get(rating.subject()),
                    extra.getOrDefault(rating.subject(), Map.of())))
            .toList();
    return new SnapshotDocument(
        1,
        ranking.method(),
        ranking.settings().values(),
        rows,
        ranking.fit().converged(),
        ranking.notes());
  }

  /// The same with a note before the others, and further labels by subject.
  SnapshotDocument with(String note, Map<String, Map<String, String>> labels) {
    var all = new ArrayList<>(List.of(note));
    all.addAll(notes);
    return new SnapshotDocument(
        format,
        method,
        settings,
        rows.stream().map(row -> row.with(labels.getOrDefault(row.subject(), Map.of()))).toList(),
        converged,
        all);
  }

  /// The same with further rows at its end, and notes before the others.
  SnapshotDocument with(List<String> first, List<Row> last) {
    var allNotes = new ArrayList<>(first);
    allNotes.addAll(notes);
    var allRows = new ArrayList<>(rows);
    allRows.addAll(last);
    return new SnapshotDocument(format, method, settings, allRows, converged, allNotes);
  }

  private static Row row(
      Rating rating, String kind, @Nullable String submission, Map<String, Double> extra) {
    var columns = new TreeMap<>(extra);
    columns.putAll(rating.columns());
    var labels = new TreeMap<>(rating.labels());
    return switch (rating) {
      case Rating.Ranked ranked ->
          new Row(
              ranked.subject(),
              kind,
              submission,
              ranked.rank(),
              ranked.rankLow(),
              ranked.rankHigh(),
              ranked.tieGroup(),
              ranked.value(),
              ranked.interval().map(interval -> interval.low()).orElse(null),
              ranked.interval().map(interval -> interval.high()).orElse(null),
              null,
              null,
              null,
              columns,
              labels);
      case Rating.Unranked unranked ->
          new Row(
              unranked.subject(),
              kind,
              submission,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              unranked.reason(),
              unranked.bounds().map(Rating.Bounds::low).orElse(null),
              unranked.bounds().map(Rating.Bounds::high).orElse(null),
              columns,
              labels);
    };
  }
}
