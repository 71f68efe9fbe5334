package palmares.launcher.agree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import palmares.launcher.agree.Statistic.Computation;
import palmares.launcher.agree.Statistic.Needs;
import palmares.launcher.agree.Statistic.Raters;
import palmares.launcher.agree.Statistic.Value;
import palmares.scoring.agreement.KrippendorffAlpha.Level;
import palmares.scoring.audit.KappaGap;
import palmares.scoring.audit.PairwiseAccuracy;
import palmares.scoring.audit.PositionBias;
import palmares.scoring.audit.PositionBias.Judged;
import palmares.scoring.audit.PositionBias.Verdict;
import palmares.scoring.audit.RankConsistency;
import palmares.scoring.audit.RaterReplacement;
import palmares.scoring.audit.RewardReliability;
import palmares.scoring.audit.SelfPreference;
import palmares.scoring.audit.VerdictEntropy;
import palmares.scoring.ranking.Bootstrap;

/// What is asked of judges and reward models; the raters have parts of their own.
final class AuditStatistics {

  private static final int MOST_NAMED = 5;

  static final List<Statistic> ALL =
      List.of(
          of(
              "consistency",
              "verdicts (left, right, tie) shown left first, and right first: share of items with"
                  + " the same",
              Raters.FIRST_WITH_EACH,
              Needs.LABELS,
              AuditStatistics::consistency),
          of(
              "first-slot",
              "the same: share of the others that name the response shown first; MT-bench 2023",
              Raters.FIRST_WITH_EACH,
              Needs.LABELS,
              AuditStatistics::firstSlot),
          of(
              "bpde",
              "all verdicts on an item: mean of -sum p ln p, with the items to review; FairEval",
              Raters.ALL,
              Needs.LABELS,
              AuditStatistics::entropy),
          of(
              "self-preference",
              "a judge (1: its own wins), then gold votes: rate by it less rate by gold; DBG 2025",
              Raters.ALL,
              Needs.NUMBERS,
              AuditStatistics::selfPreference),
          of(
              "replacement",
              "a judge, then people, labels: alpha with it in place of each, less theirs; ACORN",
              Raters.ALL,
              Needs.LABELS,
              replacement(Level.NOMINAL)),
          of(
              "replacement-ordinal",
              "the same, grades in an order",
              Raters.ALL,
              Needs.NUMBERS,
              replacement(Level.ORDINAL)),
          of(
              "kappa-gap",
              "people, then a judge, --group 1 where it knows the answer, else 0: kappa less"
                  + " kappa; No Free Labels",
              Raters.FIRST_WITH_EACH,
              Needs.LABELS_BY_GROUP,
              AuditStatistics::kappaGap),
          of(
              "acc23",
              "a metric, then people: pairs in the same order or tied in both, within --group if"
                  + " given; Deutsch 2023",
              Raters.FIRST_WITH_EACH,
              Needs.NUMBERS,
              AuditStatistics::pairwise),
          consistent(
              "cream",
              "two reward models, --group the prompt: mean of (tau + 1) / 2; CREAM",
              RankConsistency::kendall),
          consistent("cream-spearman", "the same by (rho + 1) / 2", RankConsistency::spearman),
          consistent(
              "cream-top", "the same best and the same worst response", RankConsistency::extremes),
          explained("r2", RewardReliability.ALL),
          explained("r2-best", RewardReliability.BEST),
          explained("r2-best-worst", RewardReliability.BEST_WORST),
          explained("r2-best-random", RewardReliability.BEST_RANDOM));

  private AuditStatistics() {}

  private static Statistic of(
      String word, String description, Raters raters, Needs needs, Computation computation) {
    return new Statistic(word, description, raters, needs, computation);
  }

  private static Value consistency(RatingFile ratings, Bootstrap bootstrap, int... raters) {
    var bias = positionBias(ratings, raters);
    return Value.of(
        bias.consistency(), bias.consistencyInterval(bootstrap), bias.consistent().length);
  }

  private static Value firstSlot(RatingFile ratings, Bootstrap bootstrap, int... raters) {
    var bias = positionBias(ratings, raters);
    return Value.of(bias.firstShare(), bias.firstShareInterval(bootstrap), bias.consistent().length)
        .because("all verdicts are the same in both orders");
  }

  private static PositionBias positionBias(RatingFile ratings, int... raters) {
    return PositionBias.of(
        ratings.complete(raters).stream()
            .map(item -> new Judged(verdict(item[raters[0]]), verdict(item[raters[1]])))
            .toList());
  }

  private static Verdict verdict(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "left" -> Verdict.LEFT;
      case "right" -> Verdict.RIGHT;
      case "tie" -> Verdict.TIE;
      default ->
          throw new IllegalArgumentException(
              "a verdict must be left, right or tie: '" + word + "'");
    };
  }

  private static Value entropy(RatingFile ratings, Bootstrap bootstrap, int... raters) {
    var places = IntStream.range(0, ratings.items().length).filter(ratings::isRated).toArray();
    var entropies =
        Arrays.stream(places).mapToDouble(item -> VerdictEntropy.of(ratings.given(item))).toArray();
    var value =
        Value.of(
            Arrays.stream(entropies).average(),
            entropies.length == 0
                ? Optional.empty()
                : bootstrap.interval(bootstrap.means(entropies)),
            entropies.length);
    var open =
        IntStream.range(0, places.length)
            .filter(k -> entropies[k] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -entropies[k]))
            .limit(MOST_NAMED)
            .map(k -> "%s (%.4f)".formatted(ratings.name(places[k]), entropies[k]))
            .collect(Collectors.joining(", "));
    return open.isEmpty() ? value : value.noting("bpde: to review first: " + open);
  }

  private static Value selfPreference(RatingFile ratings, Bootstrap bootstrap, int... raters) {
    var own = new ArrayList<Double>();
    var votes = new ArrayList<double[]>();
    for (var item : ratings.items()) {
      var gold =
          Arrays.stream(raters)
              .skip(1)
              .mapToObj(rater -> item[rater])
              .filter(text -> !text.isEmpty())
              .mapToDouble(Double::parseDouble)
              .toArray();
      if (!item[raters[0]].isEmpty() && gold.length > 0) {
        own.add(Double.parseDouble(item[raters[0]]));
        votes.add(gold);
      }
    }
    if (own.isEmpty()) {
      return Value.of(OptionalDouble.empty(), 0);
    }
    var found =
        SelfPreference.of(
            own.stream().mapToDouble(Double::doubleValue).toArray(),
            votes.toArray(double[][]::new),
            bootstrap);
    return Value.of(OptionalDouble.of(found.bias()), found.interval(), own.size())
        .noting(
            format(
                "self-preference: its own wins %.4f by the judge, %.4f by gold",
                found.judge(), found.gold()));
  }

  private static Computation replacement(Level level) {
    return (ratings, bootstrap, raters) -> {
      var columns = Arrays.stream(raters).mapToObj(ratings::withGaps).toArray(double[][]::new);
      var found =
          RaterReplacement.of(
              columns[0], Arrays.copyOfRange(columns, 1, columns.length), level, bootstrap);
      var value = Value.of(found.change(), found.interval(), columns[0].length);
      if (found.people().isEmpty()) {
        return value;
      }
      var verdict =
          found
              .interval()
              .map(range -> range.low() > 0 ? "helpful" : range.high() < 0 ? "harmful" : "neutral")
              .orElse("neutral");
      return value.noting(
          format(
              "replacement: alpha of the people %.4f; the judge in place of one is %s",
              found.people().getAsDouble(), verdict));
    };
  }

  private static Value kappaGap(RatingFile ratings, Bootstrap bootstrap, int... raters) {
    var known = ratings.completeGroups(raters).stream().map(AuditStatistics::isKnown).toList();
    var ownRight = new boolean[known.size()];
    IntStream.range(0, ownRight.length).forEach(k -> ownRight[k] = known.get(k));
    var categories = ratings.categories(raters);
    var found = KappaGap.of(categories[0], categories[1], ownRight, bootstrap);
    var value =
        Value.of(found.gap(), found.interval(), ownRight.length)
            .because("undefined: one of the two kappas is");
    return found.gap().isEmpty()
        ? value
        : value.noting(
            format(
                "kappa-gap: kappa %.4f where the judge knows the answer, %.4f where it does not",
                found.answered().getAsDouble(), found.unanswered().getAsDouble()));
  }

  private static boolean isKnown(String group) {
    return switch (group) {
      case "1" -> true;
      case "0" -> false;
      default -> throw new IllegalArgumentException("--group must hold 1 or 0: '" + group + "'");
    };
  }

  private static Value pairwise(RatingFile ratings, Bootstrap bootstrap, int... raters) {
    var found = PairwiseAccuracy.of(ratings.groups(raters));
    return Value.of(OptionalDouble.of(found.accuracy()), ratings.complete(raters).size())
        .noting(
            format(
                "acc23: epsilon %.6g, chosen on these items; %.4f of %,d pairs without it",
                found.epsilon(), found.plain(), found.pairs()));
  }

  private static Statistic consistent(
      String word, String description, Function<RankConsistency, OptionalDouble> measured) {
    return of(
        word,
        description,
        Raters.EVERY_TWO,
        Needs.NUMBERS_BY_GROUP,
        (ratings, bootstrap, raters) -> {
          var groups = ratings.groups(raters);
          var found = RankConsistency.of(groups);
          return Value.of(measured.apply(found), ratings.complete(raters).size())
              .because("no prompt whose responses both tell apart")
              .noting(
                  format(
                      "%s: %,d of %,d prompts, those whose responses both tell apart",
                      word, found.prompts(), groups.size()));
        });
  }

  private static Statistic explained(String word, RewardReliability kept) {
    return of(
        word,
        kept == RewardReliability.ALL
            ? "a reward, then what responses are worth, --group the prompt: R2 of a line; PF-PPO"
            : "of " + kept.described().replaceFirst("^of ", ""),
        Raters.FIRST_WITH_EACH,
        Needs.NUMBERS_BY_GROUP,
        (ratings, bootstrap, raters) ->
            Value.of(kept.explained(ratings.groups(raters)), ratings.complete(raters).size()));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
