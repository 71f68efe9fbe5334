package palmares.launcher.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import palmares.launcher.score.SampleFile.Sample;
import palmares.scoring.sampling.BestOfN;
import palmares.scoring.sampling.InstructionsFollowed;
import palmares.scoring.sampling.Novelty;
import palmares.scoring.sampling.Repeats;
import palmares.scoring.sampling.Repeats.Question;
import palmares.scoring.sampling.WeightedVote;

/// What the samples for one example come to; a system has the mean over its examples.
enum SampleMeasure {
  AVERAGE("share of right samples", "right"),
  WORST("all samples are right", "right"),
  BEST("one sample or more is right", "right"),
  MAJORITY("the most frequent answer is right; AGIBench 2023", "right", "answer"),
  WEIGHTED_VOTE("the answer with the greatest sum of scores is", "right", "answer", "score"),
  BEST_OF_N("the sample with the greatest score of N is, over all ways to draw", "right", "score"),
  REPEATABILITY("share of the most frequent answer", "answer"),
  DISTINCT("how many different answers there are", "answer"),
  QUALITY("mean score", "score"),
  UTILITY("score of new answers, later ones counting less; NoveltyBench 2025", "answer", "score"),
  DIVERSE_QUALITY("score times share of the others that differ; DARLING 2025", "answer", "score"),
  PIF("share of the instructions that are followed; MMMT-IF 2024", "followed", "given"),
  PIF_N_K("K samples or more follow all of them", "followed", "given");

  /// What all right answers count as, so that two ways to write one are no two answers.
  private static final String RIGHT = "the right answer";

  private final String description;
  private final Set<String> columns;

  SampleMeasure(String description, String... columns) {
    this.description = description;
    this.columns = Set.of(columns);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> described() {
    return Arrays.stream(values())
        .map(each ->
            "  %-16s %s (%s)"
                .formatted(
                    each.word(),
                    each.description,
                    String.join(", ", each.columns.stream().sorted().toList())))
        .toList();
  }

  boolean isIn(SampleFile file) {
    return file.columns().containsAll(columns);
  }

  /// @param n of best-of-n, and `k` of pif-n-k
  double of(List<Sample> samples, int n, int k) {
    var answers = samples.stream().map(Sample::answer).toList();
    var scores = numbers(samples, Sample::score);
    var rights = numbers(samples, sample -> sample.isRight() ? 1 : 0);
    return switch (this) {
      case AVERAGE -> Arrays.stream(rights).average().orElseThrow();
      case WORST -> Arrays.stream(rights).min().orElseThrow();
      case BEST -> Arrays.stream(rights).max().orElseThrow();
      case MAJORITY -> Repeats.of(List.of(new Question(RIGHT, told(samples)))).majority();
      case WEIGHTED_VOTE -> WeightedVote.of(told(samples), scores, RIGHT);
      case BEST_OF_N -> BestOfN.of(scores, rights, n);
      case REPEATABILITY -> Repeats.of(List.of(new Question("", answers))).repeatability();
      case DISTINCT -> new Novelty(answers).distinct();
      case QUALITY -> Arrays.stream(scores).average().orElseThrow();
      case UTILITY -> new Novelty(answers).utility(scores);
      case DIVERSE_QUALITY -> new Novelty(answers).diverseQuality(scores);
      case PIF -> followed(samples).share();
      case PIF_N_K -> followed(samples).atLeast(k) ? 1 : 0;
    };
  }

  private static List<String> told(List<Sample> samples) {
    for (var sample : samples) {
      if (samples.stream()
          .anyMatch(other ->
              other.answer().equals(sample.answer()) && other.isRight() != sample.isRight())) {
        throw new IllegalArgumentException(
            "an answer is right or wrong and not both: '" + sample.answer() + "'");
      }
    }
    return samples.stream()
        .map(each -> each.isRight() ? RIGHT : "wrong: " + each.answer())
        .toList();
  }

  private static InstructionsFollowed followed(List<Sample> samples) {
    return new InstructionsFollowed(
        samples.stream().mapToInt(Sample::followed).toArray(),
        samples.stream().mapToInt(Sample::given).toArray());
  }

  private static double[] numbers(List<Sample> samples, ToDoubleFunction<Sample> number) {
    return samples.stream().mapToDouble(number).toArray();
  }
}
