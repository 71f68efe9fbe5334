package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.SharpeRatio.Options;
import palmares.scoring.ranking.Stakes.Candidate;

/// The subjects of [SharpeRatio]: every evaluator but the truth, the truth on a few examples, and
/// chance.
final class Estimators {

  private final Evidence evidence;
  private final Options options;
  private final GapPolicy gaps;
  private final List<Candidate> candidates;
  private final Aggregate aggregate;

  Estimators(Evidence evidence, Options options, GapPolicy gaps, List<Candidate> candidates) {
    this.evidence = evidence;
    this.options = options;
    this.gaps = gaps;
    this.candidates = candidates;
    this.aggregate =
        options.wbScore()
            ? CategoryMean.of(evidence, evidence.table(options.truth()).examples())
            : Aggregate.MEAN;
  }

  List<Estimator> all() {
    var all = new ArrayList<Estimator>();
    for (var evaluator : evidence.tables().keySet()) {
      if (!evaluator.equals(options.truth())) {
        all.add(of(evaluator));
      }
    }
    var truths = candidates.stream().map(Candidate::truths).toList();
    var examples = evidence.table(options.truth()).examples().size();
    if (options.partial() > 0 && options.partial() < examples) {
      var chosen = chosen(examples);
      all.add(
          new Estimator.Fixed(
              options.truth() + ", " + options.partial() + " examples",
              truths.stream().mapToDouble(row -> aggregate.of(row, chosen)).toArray()));
    }
    all.add(new Estimator.Fixed("random", new double[candidates.size()]));
    return all;
  }

  private Estimator of(String evaluator) {
    var rows = new ArrayList<double[]>();
    for (var candidate : candidates) {
      switch (gaps.row(evidence, evaluator, candidate.position())) {
        case Row.Complete row -> rows.add(row.values());
        case Row.Gapped row -> {
          return new Estimator.Unusable(evaluator, row.reason() + " for " + row.system());
        }
      }
    }
    return new Estimator.Changing(evaluator, rows, aggregate);
  }

  private double[] chosen(int examples) {
    var positions = new ArrayList<>(IntStream.range(0, examples).boxed().toList());
    Collections.shuffle(positions, new Random(options.bootstrap().seed()));
    var first = positions.stream().limit(options.partial()).mapToInt(Integer::intValue).toArray();
    return Aggregate.only(first, examples);
  }
}
