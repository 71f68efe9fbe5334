package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.RankRanges.Standing;
import palmares.scoring.ranking.Rating.Bounds;
import palmares.scoring.ranking.Rating.Unranked;

/// The systems of one score table, ranked by an aggregate of their values. A gap never pays: see
/// [GapPolicy].
final class SystemBoard {

  static final Set<String> GAP_POLICIES =
      Arrays.stream(GapPolicy.values()).map(GapPolicy::toString).collect(Collectors.toSet());

  private final Evidence evidence;
  private final ScoreTable table;
  private final String evaluator;
  private final GapPolicy gaps;
  private final double level;

  /// @throws IllegalArgumentException if gaps count as worst and the evaluator has no worst value
  SystemBoard(Evidence evidence, Settings settings) {
    this.evidence = evidence;
    evaluator = settings.text("evaluator");
    table = evidence.table(evaluator);
    gaps = GapPolicy.of(settings, evidence, evaluator, EnumSet.allOf(GapPolicy.class));
    level = settings.share("level", 0.95);
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
    var open = new ArrayList<Row.Gapped>();
    var unranked = new ArrayList<Unranked>();
    for (var system = 0; system < table.systems().size(); system++) {
      switch (gaps.row(evidence, evaluator, system)) {
        case Row.Complete row when row.values().length == 0 ->
            unranked.add(new Unranked(row.system(), "no examples", Optional.empty(), Map.of()));
        case Row.Complete row -> complete.add(row);
        case Row.Gapped row when gaps == GapPolicy.BOUNDS -> open.add(row);
        case Row.Gapped row -> unranked.add(unranked(row, aggregate));
      }
    }
    var spans = intervals.of(complete.stream().map(Row.Complete::values).toList());
    var standings =
        new ArrayList<>(
            IntStream.range(0, complete.size())
                .mapToObj(i -> standing(complete.get(i), aggregate, spans.get(i)))
                .toList());
    standings.addAll(between(open, aggregate, intervals));
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

  /// Rows whose gaps leave them anywhere between two cases, each placed at its worst.
  private List<Standing> between(List<Row.Gapped> open, Aggregate aggregate, Intervals intervals) {
    if (open.isEmpty()) {
      return List.of();
    }
    double floor = Objects.requireNonNull(evidence.floors().get(evaluator));
    double ceiling = Objects.requireNonNull(evidence.ceilings().get(evaluator));
    var worst = open.stream().map(row -> row.filled(floor)).toList();
    var best = open.stream().map(row -> row.filled(ceiling)).toList();
    var lows = intervals.of(worst.stream().map(Row.Complete::values).toList());
    var highs = intervals.of(best.stream().map(Row.Complete::values).toList());
    return IntStream.range(0, open.size())
        .mapToObj(i -> {
          double value = aggregate.ofAll(worst.get(i).values());
          double most = aggregate.ofAll(best.get(i).values());
          double low = lows.get(i).map(Interval::low).orElse(value);
          double high = highs.get(i).map(Interval::high).orElse(most);
          var row = open.get(i);
          return new Standing(
              row.system(),
              value,
              Optional.of(new Interval(Math.min(low, value), Math.max(high, most), level)),
              Map.of(
                  "answered", (double) row.answered().length,
                  "missing", (double) row.missing(),
                  "best case", most),
              Map.of("interval", "from the worst case to the best"));
        })
        .toList();
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
