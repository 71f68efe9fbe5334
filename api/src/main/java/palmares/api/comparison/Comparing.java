package palmares.api.comparison;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.submission.ComparedView;
import palmares.scoring.comparison.ComparisonSettings;
import palmares.scoring.comparison.PairedScores;

/// Compares two runs, over all examples and each category. What was made is kept, since the
/// evidence of a run never changes; it is made for one caller at a time.
@Singleton
final class Comparing {

  private static final int KEPT = 200;
  private static final ComparisonSettings SETTINGS = ComparisonSettings.DEFAULT;

  private final Database database;
  private final Map<Basis, Made> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Basis, Made> eldest) {
          return size() > KEPT;
        }
      };

  Comparing(Database database) {
    this.database = database;
  }

  private record Basis(long leftRun, long rightRun, int evaluator) {}

  /// @param categories by name
  record Made(MadeComparison all, SortedMap<String, MadeComparison> categories) {

    /// @param category one of the benchmark's; all examples if absent
    MadeComparison over(@Nullable String category) {
      return category == null
          ? all
          : Objects.requireNonNull(categories.get(category), () -> "no category " + category);
    }
  }

  static double level() {
    return SETTINGS.level();
  }

  synchronized Made of(ComparedPair pair) {
    var basis = new Basis(pair.left().run().no(), pair.right().run().no(), pair.evaluator().id());
    var known = kept.get(basis);
    if (known != null) {
      return known;
    }
    var made = make(pair);
    kept.put(basis, made);
    return made;
  }

  private Made make(ComparedPair pair) {
    var all = new Gathered();
    var categories = new TreeMap<String, Gathered>();
    pair.spec().categories().keySet().forEach(name -> categories.put(name, new Gathered()));
    database.run(tx ->
        ComparedView.forEach(
            tx,
            pair.question(null),
            row -> {
              all.add(row);
              row.tags()
                  .forEach(tag -> {
                    var category = categories.get(tag);
                    if (category != null) {
                      category.add(row);
                    }
                  });
            }));
    var worst = pair.evaluator().floor();
    var made = new TreeMap<String, MadeComparison>();
    categories.forEach((name, gathered) -> made.put(name, gathered.compared(worst)));
    return new Made(all.compared(worst), made);
  }

  private static final class Gathered {

    private final PairedScores.Builder scores = PairedScores.builder();
    private int notEvaluated;

    void add(ComparedView.Row row) {
      if (row.evaluated()) {
        scores.add(row.left(), row.right());
      } else {
        notEvaluated++;
      }
    }

    MadeComparison compared(@Nullable Double worst) {
      return MadeComparison.of(scores.build(), notEvaluated, worst, SETTINGS);
    }
  }
}
