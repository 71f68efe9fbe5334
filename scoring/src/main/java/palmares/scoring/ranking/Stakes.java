package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.SharpeRatio.Options;
import palmares.scoring.ranking.TopPicks.Convention;

/// What a choice is among, and what each choice is worth by the full truth.
final class Stakes {

  private final List<Candidate> candidates;
  private final double @Nullable [] baseline;
  private final List<String> leftOut;
  private final Aggregate worth;

  /// @param position its place in every table
  /// @param truths the truth's value of each example
  record Candidate(String system, int position, double[] truths) {}

  /// What the candidates and the baseline are worth on all examples.
  record Worth(double[] candidates, double baseline) {}

  /// What they are worth on each of some resamples.
  ///
  /// @param candidates by candidate, then by resample
  record ResampledWorth(double[][] candidates, double[] baseline) {}

  private Stakes(
      List<Candidate> candidates,
      double @Nullable [] baseline,
      List<String> leftOut,
      Aggregate worth) {
    this.candidates = candidates;
    this.baseline = baseline;
    this.leftOut = leftOut;
    this.worth = worth;
  }

  static Stakes of(Evidence evidence, Options options, GapPolicy gaps) {
    var truth = evidence.table(options.truth());
    var candidates = new ArrayList<Candidate>();
    double @Nullable [] baseline = null;
    var leftOut = new ArrayList<String>();
    for (var position = 0; position < truth.systems().size(); position++) {
      switch (gaps.row(evidence, options.truth(), position)) {
        case Row.Gapped row -> leftOut.add(row.system());
        case Row.Complete row -> {
          var isBaseline = row.system().equals(options.baseline());
          if (isBaseline) {
            baseline = row.values();
          }
          if (!isBaseline || options.picks().convention() == Convention.PAPER) {
            candidates.add(new Candidate(row.system(), position, row.values()));
          }
        }
      }
    }
    var worth = options.wbScore() ? WbScore.byCategory(evidence, truth) : Aggregate.MEAN;
    return new Stakes(candidates, baseline, leftOut.stream().sorted().toList(), worth);
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /// The systems whose gaps keep them from being chosen.
  List<String> leftOut() {
    return leftOut;
  }

  /// @throws IllegalStateException if there is no baseline, see [#obstacle]
  Worth worth() {
    return new Worth(
        candidates.stream().mapToDouble(own -> worth.ofAll(own.truths())).toArray(),
        worth.ofAll(baselineTruths()));
  }

  /// @throws IllegalStateException if there is no baseline, see [#obstacle]
  ResampledWorth worth(Resamples resamples) {
    var truths = candidates.stream().map(Candidate::truths).toList();
    return new ResampledWorth(
        resamples.values(truths, worth), resamples.values(List.of(baselineTruths()), worth)[0]);
  }

  private double[] baselineTruths() {
    if (baseline == null) {
      throw new IllegalStateException("nothing is worth anything without a baseline");
    }
    return baseline;
  }

  /// Why nothing can be said of any evaluator; empty where something can.
  Optional<String> obstacle(Options options) {
    if (leftOut.contains(options.baseline())) {
      return Optional.of("the baseline " + options.baseline() + " has gaps");
    }
    if (baseline == null) {
      return Optional.of("the baseline " + options.baseline() + " is not among the systems");
    }
    if (baseline.length == 0) {
      return Optional.of("no examples");
    }
    var k = options.picks().k();
    return candidates.size() >= k
        ? Optional.empty()
        : Optional.of(
            "k = %d needs %d systems to choose from, there are %d"
                .formatted(k, k, candidates.size()));
  }

  /// The best by these estimates, in words: at most two names.
  String firstPick(double[] estimates) {
    var first = TopPicks.first(estimates);
    if (first.length == estimates.length && first.length > 1) {
      return "any";
    }
    var names = IntStream.of(first).mapToObj(i -> candidates.get(i).system()).sorted().toList();
    return names.size() <= 2
        ? String.join(", ", names)
        : names.getFirst() + " and " + (names.size() - 1) + " more";
  }
}
