package palmares.api.leaderboard;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.budget.CostStore;
import palmares.db.leaderboard.BoardEvidence;
import palmares.scoring.battle.WinRates;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// Makes the document of a snapshot: the same for the same definition, standings and evidence.
@Singleton
final class BoardMaker {

  /// Means that the database adds up may differ in their last bits from build to build.
  private static final MathContext COLUMN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

  private static final int MICROS = 6;

  private final RankingMethods methods;
  private final BoardEvidence store = new BoardEvidence();
  private final Baseline baseline = new Baseline();
  private final ClaimedBoard claims;
  private final JudgedBoard judged;

  BoardMaker(RankingMethods methods) {
    this.methods = methods;
    this.claims = new ClaimedBoard(methods);
    this.judged = new JudgedBoard(methods);
  }

  /// @param document what the snapshot stores
  record Made(SnapshotDocument document, TreeMap<String, Integer> evaluators, long cells) {}

  /// @throws IllegalArgumentException if the evidence does not allow this ranking yet, with a
  ///   reason for the board's readers
  Made make(
      Tx tx,
      UUID benchmarkVersion,
      Map<String, Double> categoryWeights,
      Definition definition,
      List<Provenance.Standing> standings,
      LeftOut leftOut) {
    if (standings.isEmpty()) {
      throw new IllegalArgumentException("no run on this benchmark has ended yet");
    }
    var refusal = refusal(tx, definition, standings, leftOut);
    if (refusal != null) {
      return refused(definition, standings, refusal, leftOut);
    }
    var counted = leftOut.counted(definition);
    var made = ranked(tx, benchmarkVersion, categoryWeights, counted, standings, leftOut);
    return new Made(leftOut.shownIn(made.document(), definition), made.evaluators(), made.cells());
  }

  private Made ranked(
      Tx tx,
      UUID benchmarkVersion,
      Map<String, Double> categoryWeights,
      Definition definition,
      List<Provenance.Standing> standings,
      LeftOut leftOut) {
    if (definition.claimed() != null) {
      return claims.make(
          tx, benchmarkVersion, definition, definition.claimed(), standings, leftOut.examples());
    }
    var judge = judged.judge(tx, definition, standings);
    if (judge != null) {
      var ranked =
          judged.rank(tx, benchmarkVersion, judge, definition, standings, null, leftOut.examples());
      return new Made(
          document(ranked.ranking(), standings, columns(tx, standings, leftOut)),
          new TreeMap<>(Map.of(judge.key(), judge.id())),
          ranked.battles());
    }
    var inputs =
        BoardInputs.read(
            tx,
            store,
            benchmarkVersion,
            categoryWeights,
            definition,
            standings,
            leftOut.examples());
    var settings = baseline.in(definition.methodSettings(), tx, standings);
    var ranking = methods.method(definition.method()).rank(inputs.evidence(), settings);
    var document =
        document(withProvisional(ranking, inputs), standings, columns(tx, standings, leftOut));
    return new Made(document, inputs.evaluators(), inputs.cells());
  }

  /// Why nobody is ranked: what the board decides by, or compares with, is left out.
  private @Nullable String refusal(
      Tx tx, Definition definition, List<Provenance.Standing> standings, LeftOut leftOut) {
    var rater = leftOut.refusal(definition);
    return rater == null ? baseline.refusal(tx, definition, standings, leftOut) : rater;
  }

  /// What a board says when its evidence allows no ranking: nobody is ranked, and why.
  Made refused(
      Definition definition, List<Provenance.Standing> standings, String reason, LeftOut leftOut) {
    var subjects =
        definition.ranksSystems()
            ? standings.stream().map(Provenance.Standing::system)
            : definition.evaluators().stream().filter(key -> !key.equals(definition.deciding()));
    var ratings =
        subjects
            .<Rating>map(
                subject -> new Rating.Unranked(subject, reason, Optional.empty(), Map.of()))
            .toList();
    var ranking =
        new Ranking(
            definition.method(), definition.methodSettings(), ratings, Fit.EXACT, List.of(reason));
    var document = document(ranking, standings, Map.of());
    return new Made(leftOut.shownIn(document, definition), new TreeMap<>(), 0);
  }

  /// The same ranking over the examples of one category.
  ///
  /// @throws IllegalArgumentException if these do not allow it, with a reason for readers
  SnapshotDocument ofCategory(
      Tx tx,
      UUID benchmarkVersion,
      Map<String, Double> categoryWeights,
      Definition definition,
      List<Provenance.Standing> standings,
      LeftOut leftOut,
      String category) {
    var refusal = refusal(tx, definition, standings, leftOut);
    if (refusal != null) {
      throw new IllegalArgumentException(refusal);
    }
    return leftOut.shownIn(
        ofCategory(
            tx,
            benchmarkVersion,
            categoryWeights,
            leftOut.counted(definition),
            standings,
            leftOut.examples(),
            category),
        definition);
  }

  private SnapshotDocument ofCategory(
      Tx tx,
      UUID benchmarkVersion,
      Map<String, Double> categoryWeights,
      Definition definition,
      List<Provenance.Standing> standings,
      Set<Integer> without,
      String category) {
    var judge = judged.judge(tx, definition, standings);
    if (judge != null) {
      var ranked =
          judged.rank(tx, benchmarkVersion, judge, definition, standings, category, without);
      return document(ranked.ranking(), standings, Map.of());
    }
    var inputs =
        BoardInputs.read(
            tx, store, benchmarkVersion, categoryWeights, definition, standings, without);
    var settings = baseline.in(definition.methodSettings(), tx, standings);
    var ranking =
        methods.method(definition.method()).rank(inputs.evidence().ofCategory(category), settings);
    return document(withProvisional(ranking, inputs), standings, Map.of());
  }

  /// Whether it is battles that a board ranks by, and not what is said of single responses.
  boolean isJudged(Tx tx, Definition definition, List<Provenance.Standing> standings) {
    return judged.judge(tx, definition, standings) != null;
  }

  /// How often the systems of a judged board beat each other; nothing of any other board.
  Optional<WinRates> judgedWinRates(
      Tx tx, Definition definition, List<Provenance.Standing> standings, CountedExamples examples) {
    return Optional.ofNullable(judged.judge(tx, definition, standings))
        .map(judge -> judged.winRates(tx, judge, standings, examples));
  }

  private static SnapshotDocument document(
      Ranking ranking,
      List<Provenance.Standing> standings,
      Map<String, Map<String, Double>> columns) {
    var systems =
        standings.stream()
            .collect(
                Collectors.toMap(Provenance.Standing::system, Provenance.Standing::submission));
    return SnapshotDocument.of(
        ranking,
        systems,
        columns,
        subject -> systems.containsKey(subject) ? "system" : "evaluator");
  }

  private static Ranking withProvisional(Ranking ranking, BoardInputs inputs) {
    if (inputs.provisional().isEmpty()) {
      return ranking;
    }
    var ratings = new ArrayList<>(ranking.ratings());
    inputs
        .provisional()
        .forEach((system, evaluated) ->
            ratings.add(
                new Rating.Unranked(
                    system,
                    "provisional, %d of %d examples evaluated; the rest failed on our side"
                        .formatted(evaluated, inputs.examples()),
                    Optional.empty(),
                    Map.of())));
    return new Ranking(
        ranking.method(), ranking.settings(), ratings, ranking.fit(), ranking.notes());
  }

  /// What stands beside the rating of a system: length, tries, its mean under every evaluator, and
  /// what was paid for it where that was counted.
  private Map<String, Map<String, Double>> columns(
      Tx tx, List<Provenance.Standing> standings, LeftOut leftOut) {
    var runs = standings.stream().map(Provenance.Standing::runNo).toList();
    var lengths = store.lengths(tx, runs, leftOut.examples());
    var means =
        store.means(tx, runs, leftOut.examples()).stream()
            .filter(mean -> !leftOut.isRater(mean.evaluator()))
            .collect(Collectors.groupingBy(BoardEvidence.Mean::runNo));
    var paid =
        CostStore.upTo(tx, runs).stream().collect(Collectors.groupingBy(CostStore.Paid::runNo));
    var columns = new HashMap<String, Map<String, Double>>();
    for (var standing : standings) {
      var row = new TreeMap<String, Double>();
      row.put("tries", (double) standing.tries());
      var length = lengths.get(standing.runNo());
      if (length != null) {
        row.put("chars", rounded(length));
      }
      for (var mean : means.getOrDefault(standing.runNo(), List.of())) {
        row.put("mean " + mean.evaluator(), rounded(mean.value()));
      }
      for (var part : paid.getOrDefault(standing.runNo(), List.of())) {
        row.put((part.generation() ? "" : "evaluation ") + unit(part), inUnits(part));
      }
      columns.put(standing.system(), row);
    }
    return columns;
  }

  private static String unit(CostStore.Paid part) {
    return switch (part.unit()) {
      case MONEY -> "cost";
      case TOKENS -> "tokens";
    };
  }

  private static double inUnits(CostStore.Paid part) {
    return switch (part.unit()) {
      case MONEY -> BigDecimal.valueOf(part.amount(), MICROS).doubleValue();
      case TOKENS -> part.amount();
    };
  }

  static double rounded(double value) {
    return new BigDecimal(value).round(COLUMN_DIGITS).doubleValue();
  }
}
