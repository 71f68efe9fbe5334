package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.RankRanges.Standing;
import palmares.scoring.ranking.Rating.Bounds;
import palmares.scoring.ranking.Rating.Unranked;

/// The systems of one score table, ranked by an aggregate of their values. A gap never pays: see
/// [GapPolicy].
final class SystemBoard {

  private final Evidence evidence;
  private final ScoreTable table;
  private final String evaluator;
  private final GapPolicy gaps;

  /// @throws IllegalArgumentException if gaps count as worst and the evaluator has no worst value
  SystemBoard(Evidence evidence, Settings settings) {
    this.evidence = evidence;
    evaluator = settings.text("evaluator");
    table = evidence.table(evaluator);
    gaps = GapPolicy.of(settings, evidence, evaluator);
  }

  /// Gives each row of values its interval, empty where there is none.
  interface Intervals {
    List<Optional<Interval>> of(List<double[]> rows);
  }

  ScoreTable table() {
    return table;
  }

  Settings settings() {
    return Settings.of(Map.of("evaluator", evaluator, GapPolicy.SETTING, gaps.toString()));
  }

  List<Rating> ratings(Aggregate aggregate, Intervals intervals) {
    var complete = new ArrayList<Row.Complete>();
    var unranked = new ArrayList<Unranked>();
    for (var system = 0; system < table.systems().size(); system++) {
      switch (gaps.row(evidence, evaluator, system)) {
        case Row.Complete row when row.values().length == 0 ->
            unranked.add(new Unranked(row.system(), "no examples", Optional.empty(), Map.of()));
        case Row.Complete row -> complete.add(row);
        case Row.Gapped row -> unranked.add(unranked(row, aggregate));
      }
    }
    var spans = intervals.of(complete.stream().map(Row.Complete::values).toList());
    var standings =
        IntStream.range(0, complete.size())
            .mapToObj(i -> standing(complete.get(i), aggregate, spans.get(i)))
            .toList();
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    unranked.sort(Comparator.comparing(Unranked::subject));
    ratings.addAll(unranked);
    return ratings;
  }

  private static Standing standing(
      Row.Complete row, Aggregate aggregate, Optional<Interval> interval) {
    var columns = new HashMap<>(Map.of("answered", (double) row.answered()));
    if (row.missing() > 0) {
      columns.put("missing", (double) row.missing());
    }
    var why = row.values().length == 1 ? "one example" : "constant";
    Map<String, String> labels = interval.isPresent() ? Map.of() : Map.of("interval", why);
    return new Standing(row.system(), aggregate.ofAll(row.values()), interval, columns, labels);
  }

  private Unranked unranked(Row.Gapped row, Aggregate aggregate) {
    var columns =
        new HashMap<>(
            Map.of("answered", (double) row.answered().length, "missing", (double) row.missing()));
    if (row.answered().length > 0) {
      columns.put("over answered", aggregate.of(row.values(), row.answeredOnce()));
    }
    return new Unranked(row.system(), row.reason(), bounds(row, aggregate), columns);
  }

  private Optional<Bounds> bounds(Row.Gapped row, Aggregate aggregate) {
    var worst = evidence.floors().get(evaluator);
    var best = evidence.ceilings().get(evaluator);
    if (worst == null || best == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Bounds(
            aggregate.ofAll(row.filled(worst).values()),
            aggregate.ofAll(row.filled(best).values())));
  }
}
