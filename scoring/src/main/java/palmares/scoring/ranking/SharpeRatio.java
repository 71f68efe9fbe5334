package palmares.scoring.ranking;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.TopPicks.Convention;

/// SharpeRatio@k: which evaluator can you act on? The subjects are evaluators. Each one's best k
/// systems are taken, and the ratio is what the best of them gains over the baseline, by the full
/// truth, over the deviation among them. Best, worst and mean of the k stand beside it: two equal
/// picks make a huge ratio.
///
/// Subjects are every table but the truth; the truth on a seeded choice of `partial` examples; and
/// `random`. Intervals are a percentile [Bootstrap] over examples, in which truth and estimates see
/// the same resamples; the last two subjects have none.
///
/// Source: Kiyohara et al. 2024, "Towards Assessing and Benchmarking Risk-Return Tradeoff of
/// Off-Policy Evaluation"; `scope_rl/ope/ops.py` for the convention `scope-rl`.
///
/// Settings: `truth` and `baseline` (no defaults), `k` (3), `aggregate` (`mean` or `wb-score`, by
/// which systems are worth something), `convention` (`scope-rl` or `paper`), `partial` (5; 0 for
/// none), `draws` (1000: for ties and `random`), `gaps`, `rounds` (1000), `seed` (1), `level`
/// (0.95).
@AutoService(RankingMethod.class)
public final class SharpeRatio implements RankingMethod {

  private static final Set<String> KNOWN =
      Set.of(
          "truth",
          "baseline",
          "k",
          "aggregate",
          "convention",
          "partial",
          "draws",
          GapPolicy.SETTING,
          "rounds",
          "seed",
          "level");

  @Override
  public String id() {
    return "sharpe-ratio";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    var options = Options.of(settings.allIn(KNOWN));
    var gaps =
        GapPolicy.of(
            settings, evidence, options.truth(), Set.of(GapPolicy.UNRANKED, GapPolicy.WORST));
    var stakes = Stakes.of(evidence, options, gaps);
    var estimators = new Estimators(evidence, options, gaps, stakes.candidates()).all();
    return new Ranking(
        key(),
        options.settings().with(GapPolicy.SETTING, gaps),
        ratings(evidence, options, stakes, estimators),
        Fit.EXACT,
        notes(stakes));
  }

  private static List<Rating> ratings(
      Evidence evidence, Options options, Stakes stakes, List<Estimator> estimators) {
    var obstacle = stakes.obstacle(options);
    if (obstacle.isPresent()) {
      return estimators.stream()
          .map(Estimator::subject)
          .sorted()
          .<Rating>map(
              subject -> new Rating.Unranked(subject, obstacle.get(), Optional.empty(), Map.of()))
          .toList();
    }
    var examples = evidence.table(options.truth()).examples().size();
    return new EvaluatorBoard(stakes, options.picks(), options.bootstrap(), examples)
        .ratings(estimators);
  }

  private static List<String> notes(Stakes stakes) {
    var notes = new ArrayList<>(List.of("interval: percentile bootstrap over examples"));
    if (!stakes.leftOut().isEmpty()) {
      notes.add("left out for their gaps: " + String.join(", ", stakes.leftOut()));
    }
    return notes;
  }

  record Options(
      String truth,
      String baseline,
      TopPicks picks,
      boolean wbScore,
      int partial,
      Bootstrap bootstrap) {

    private static final String WB_SCORE = "wb-score";
    private static final String MEAN = "mean";

    static Options of(Settings settings) {
      var bootstrap = Bootstrap.of(settings);
      var convention = settings.choice("convention", "scope-rl", Set.of("scope-rl", "paper"));
      return new Options(
          settings.text("truth"),
          settings.text("baseline"),
          new TopPicks(
              settings.atLeast(1, "k", 3),
              convention.equals("paper") ? Convention.PAPER : Convention.SCOPE_RL,
              settings.atLeast(1, "draws", 1000),
              bootstrap.seed()),
          settings.choice("aggregate", MEAN, Set.of(MEAN, WB_SCORE)).equals(WB_SCORE),
          settings.atLeast(0, "partial", 5),
          bootstrap);
    }

    Settings settings() {
      return bootstrap
          .addTo(Settings.NONE)
          .with("truth", truth)
          .with("baseline", baseline)
          .with("k", picks.k())
          .with("aggregate", wbScore ? WB_SCORE : MEAN)
          .with("convention", picks.convention())
          .with("partial", partial)
          .with("draws", picks.draws());
    }
  }
}
