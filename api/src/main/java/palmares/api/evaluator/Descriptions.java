package palmares.api.evaluator;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import palmares.contract.work.Work.Offer;
import palmares.db.Database;
import palmares.db.job.EvaluatorDirectory;

/// What workers say their evaluators are.
@Singleton
public final class Descriptions {

  private static final int LONGEST = 300;

  private final Database database;

  Descriptions(Database database) {
    this.database = database;
  }

  /// Writes down what the evaluators among the offers are.
  public void heard(List<Offer> offers) {
    database.run(tx ->
        // In one order for all, so that workers that start together do not wait in a circle.
        offers.stream()
            .sorted(Comparator.comparing(Offer::key))
            .forEach(offer ->
                EvaluatorDirectory.describe(
                    tx, offer.id(), offer.version(), cut(offer.summary()))));
  }

  private static String cut(String summary) {
    return summary.length() <= LONGEST ? summary : summary.substring(0, LONGEST);
  }
}
