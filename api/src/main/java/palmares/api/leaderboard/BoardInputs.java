package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.BoardEvidence.EvaluatorOfBoard;
import palmares.db.leaderboard.BoardEvidence.ExampleTags;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;

/// The evidence of a board as a ranking method reads it, and the systems whose evidence is not
/// whole by our fault.
///
/// @param provisional the least number of examples evaluated, by system; these are not in the
///   evidence
/// @param evaluators id of the evaluator version by key
record BoardInputs(
    Evidence evidence,
    Map<String, Integer> provisional,
    TreeMap<String, Integer> evaluators,
    int examples,
    long cells) {

  /// @param without ordinals of examples that do not count
  /// @throws IllegalArgumentException if an evaluator key has no evidence, or has it of two
  ///   settings
  static BoardInputs read(
      Tx tx,
      BoardEvidence store,
      UUID benchmarkVersion,
      Map<String, Double> categoryWeights,
      Definition definition,
      List<Provenance.Standing> standings,
      Set<Integer> without) {
    var examples =
        store.examples(tx, benchmarkVersion).stream()
            .filter(example -> !without.contains(example.ordinal()))
            .toList();
    var runs = standings.stream().map(Provenance.Standing::runNo).toList();
    var evaluators = store.evaluators(tx, definition.evaluators(), runs);
    var byKey = byKey(evaluators);
    var cells = new Cells(standings, evaluators, examples);
    store.cells(
        tx,
        runs,
        byKey.values(),
        (run, evaluator, ordinal, value) -> {
          if (!without.contains(ordinal)) {
            cells.put(run, evaluator, ordinal, value);
          }
        });
    var provisional = cells.provisional();
    var evidence =
        new Evidence(
            cells.tables(provisional.keySet()),
            bounds(evaluators, EvaluatorOfBoard::floor),
            bounds(evaluators, EvaluatorOfBoard::ceiling),
            examples.stream().collect(Collectors.toMap(ExampleTags::name, ExampleTags::tags)),
            categoryWeights);
    return new BoardInputs(evidence, provisional, byKey, examples.size(), cells.count);
  }

  private static TreeMap<String, Integer> byKey(List<EvaluatorOfBoard> evaluators) {
    var byKey = new TreeMap<String, Integer>();
    for (var evaluator : evaluators) {
      if (byKey.put(evaluator.key(), evaluator.id()) != null) {
        throw new IllegalArgumentException(
            "there is evidence of %s with different settings; one ranking never mixes versions"
                .formatted(evaluator.key()));
      }
    }
    return byKey;
  }

  private static Map<String, Double> bounds(
      List<EvaluatorOfBoard> evaluators,
      java.util.function.Function<EvaluatorOfBoard, @Nullable Double> bound) {
    var bounds = new HashMap<String, Double>();
    for (var evaluator : evaluators) {
      var value = bound.apply(evaluator);
      if (value != null) {
        bounds.put(evaluator.key(), value);
      }
    }
    return bounds;
  }

  /// Cells as they stream in: a value, the candidate's gap, or nothing yet.
  private static final class Cells {

    private final List<Provenance.Standing> standings;
    private final List<EvaluatorOfBoard> evaluators;
    private final List<ExampleTags> examples;
    private final Map<Long, Integer> systemOfRun = new HashMap<>();
    private final Map<Integer, Integer> columnOfOrdinal = new HashMap<>();
    private final Map<Integer, Integer> indexOfEvaluator = new HashMap<>();
    private final double[][][] values;
    private final int[][] seen;
    private long count;

    Cells(
        List<Provenance.Standing> standings,
        List<EvaluatorOfBoard> evaluators,
        List<ExampleTags> examples) {
      this.standings = standings;
      this.evaluators = evaluators;
      this.examples = examples;
      this.values = new double[evaluators.size()][standings.size()][examples.size()];
      this.seen = new int[evaluators.size()][standings.size()];
      for (var i = 0; i < standings.size(); i++) {
        systemOfRun.put(standings.get(i).runNo(), i);
      }
      examples.forEach(example -> columnOfOrdinal.put(example.ordinal(), columnOfOrdinal.size()));
      for (var i = 0; i < evaluators.size(); i++) {
        indexOfEvaluator.put(evaluators.get(i).id(), i);
      }
      for (var table : values) {
        for (var row : table) {
          java.util.Arrays.fill(row, Double.NaN);
        }
      }
    }

    void put(long run, int evaluatorId, int ordinal, @Nullable Double value) {
      int evaluator = indexOfEvaluator.getOrDefault(evaluatorId, -1);
      int system = systemOfRun.getOrDefault(run, -1);
      int column = columnOfOrdinal.getOrDefault(ordinal, -1);
      if (evaluator < 0 || system < 0 || column < 0) {
        throw new IllegalStateException(
            "evidence of run %d, evaluator %d, ordinal %d belongs to no cell of the board"
                .formatted(run, evaluatorId, ordinal));
      }
      seen[evaluator][system]++;
      count++;
      if (value != null) {
        values[evaluator][system][column] = value;
      }
    }

    Map<String, Integer> provisional() {
      var provisional = new LinkedHashMap<String, Integer>();
      for (var system = 0; system < standings.size(); system++) {
        var least = examples.size();
        for (var evaluator = 0; evaluator < evaluators.size(); evaluator++) {
          least = Math.min(least, seen[evaluator][system]);
        }
        if (least < examples.size()) {
          provisional.put(standings.get(system).system(), least);
        }
      }
      return provisional;
    }

    TreeMap<String, ScoreTable> tables(Collection<String> without) {
      var kept =
          IntStream.range(0, standings.size())
              .filter(i -> !without.contains(standings.get(i).system()))
              .boxed()
              .toList();
      var names = kept.stream().map(i -> standings.get(i).system()).toList();
      var columns = new ArrayList<>(examples.stream().map(ExampleTags::name).toList());
      var tables = new TreeMap<String, ScoreTable>();
      for (var e = 0; e < evaluators.size(); e++) {
        var builder = ScoreTable.builder(names, columns);
        for (var row = 0; row < kept.size(); row++) {
          fill(builder, row, values[e][kept.get(row)]);
        }
        tables.put(evaluators.get(e).key(), builder.build());
      }
      return tables;
    }

    private static void fill(ScoreTable.Builder builder, int system, double[] row) {
      for (var example = 0; example < row.length; example++) {
        if (!Double.isNaN(row[example])) {
          builder.put(system, example, row[example]);
        }
      }
    }
  }
}
