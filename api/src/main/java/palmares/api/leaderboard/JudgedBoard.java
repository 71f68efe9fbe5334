package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.BoardEvidence.ExampleTags;
import palmares.db.leaderboard.JudgedEvidence;
import palmares.scoring.battle.BattleMethod;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.WinRates;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Ranks systems by the stored battles of a judge of pairs, clustered by example.
final class JudgedBoard {

  private static final String GAPS = "gaps";
  private static final String UNRANKED = "unranked";

  private final RankingMethods methods;
  private final BoardEvidence examples = new BoardEvidence();
  private final JudgedEvidence store = new JudgedEvidence();

  JudgedBoard(RankingMethods methods) {
    this.methods = methods;
  }

  /// @param id of its evaluator version
  record Judge(int id, String key) {}

  record Ranked(Ranking ranking, long battles) {}

  /// The judge of pairs that a board ranks by; null if it ranks by something else.
  @Nullable Judge judge(Tx tx, Definition definition, List<Provenance.Standing> standings) {
    if (!definition.settings().containsKey(Definition.EVALUATOR)) {
      return null;
    }
    var judges = store.judges(tx, definition.evaluators(), runs(standings));
    if (judges.size() > 1) {
      throw new IllegalArgumentException(
          "there are battles of %s with different settings; one ranking never mixes versions"
              .formatted(definition.evaluators()));
    }
    return judges.entrySet().stream()
        .map(each -> new Judge(each.getKey(), each.getValue()))
        .findAny()
        .orElse(null);
  }

  /// @param category only battles on its examples, if given
  /// @param without ordinals of examples that do not count
  Ranked rank(
      Tx tx,
      UUID benchmarkVersion,
      Judge judge,
      Definition definition,
      List<Provenance.Standing> standings,
      @Nullable String category,
      Set<Integer> without) {
    if (!(methods.method(definition.method()) instanceof BattleMethod method)) {
      throw new IllegalArgumentException(
          definition.method() + " ranks no battles, and " + judge.key() + " gives nothing else");
    }
    var tags = examples.examples(tx, benchmarkVersion);
    var unranked = unranked(tx, judge, definition, standings, tags.size(), without);
    var systems = new TreeMap<Long, String>();
    for (var standing : standings) {
      if (!unranked.containsKey(standing.system())) {
        systems.put(standing.runNo(), standing.system());
      }
    }
    var battles = battles(tx, judge, systems, of(tags, category, without));
    var met = new HashSet<>(battles.systems());
    systems.values().stream()
        .filter(system -> !met.contains(system))
        .forEach(system ->
            unranked.put(system, unranked(system, "it has met no other system of this board")));
    return new Ranked(ranking(method, battles, definition, unranked.values()), battles.size());
  }

  /// How often the systems of these entries beat each other.
  WinRates winRates(
      Tx tx, Judge judge, List<Provenance.Standing> standings, CountedExamples counted) {
    var systems = new TreeMap<Long, String>();
    standings.forEach(standing -> systems.put(standing.runNo(), standing.system()));
    var tags = examples.examples(tx, counted.benchmarkVersion());
    return WinRates.of(
        battles(tx, judge, systems, of(tags, counted.category(), counted.without())));
  }

  private static LongPredicate of(
      List<ExampleTags> examples, @Nullable String category, Set<Integer> without) {
    return ordinal ->
        !without.contains(Math.toIntExact(ordinal))
            && (category == null
                || examples.get(Math.toIntExact(ordinal)).tags().contains(category));
  }

  private Battles battles(Tx tx, Judge judge, Map<Long, String> systems, LongPredicate counted) {
    var battles = Battles.builder();
    store.battles(
        tx,
        judge.id(),
        systems.keySet(),
        (left, right, outcome, weight, cluster) -> {
          if (counted.test(cluster)) {
            battles.add(
                Objects.requireNonNull(systems.get(left)),
                Objects.requireNonNull(systems.get(right)),
                outcome,
                weight,
                Long.toString(cluster));
          }
        });
    return battles.build();
  }

  /// Those whose battles are not whole by our fault, and those with gaps where these may not stand.
  private Map<String, Rating> unranked(
      Tx tx,
      Judge judge,
      Definition definition,
      List<Provenance.Standing> standings,
      int examples,
      Set<Integer> without) {
    var expected = examples - without.size();
    var runs = runs(standings);
    var lacking = store.lacking(tx, judge.id(), runs, without);
    var gaps =
        definition.gaps().equals(UNRANKED)
            ? store.gaps(tx, judge.id(), runs, without)
            : Map.<Long, Integer>of();
    var unranked = new HashMap<String, Rating>();
    for (var standing : standings) {
      var ours = lacking.getOrDefault(standing.runNo(), 0);
      var theirs = gaps.getOrDefault(standing.runNo(), 0);
      if (ours > 0) {
        unranked.put(
            standing.system(),
            unranked(
                standing.system(),
                "provisional, %d of %d examples evaluated; the rest failed on our side"
                    .formatted(expected - ours, expected)));
      } else if (theirs > 0) {
        unranked.put(
            standing.system(),
            unranked(
                standing.system(), "%d of %d examples are missing".formatted(theirs, expected)));
      }
    }
    return unranked;
  }

  private static Rating unranked(String system, String reason) {
    return new Rating.Unranked(system, reason, Optional.empty(), Map.of());
  }

  private static Ranking ranking(
      BattleMethod method, Battles battles, Definition definition, Collection<Rating> unranked) {
    var own = new TreeMap<>(definition.settings());
    own.remove(Definition.EVALUATOR);
    var made =
        battles.size() == 0
            ? new Ranking(method.key(), new Settings(own), List.of(), Fit.EXACT, List.of())
            : method.rank(battles, new Settings(own));
    var ratings = new ArrayList<>(made.ratings());
    unranked.stream().sorted(java.util.Comparator.comparing(Rating::subject)).forEach(ratings::add);
    var settings =
        made.settings()
            .with(Definition.EVALUATOR, definition.deciding())
            .with(GAPS, definition.gaps());
    return new Ranking(made.method(), settings, ratings, made.fit(), made.notes());
  }

  private static List<Long> runs(List<Provenance.Standing> standings) {
    return standings.stream().map(Provenance.Standing::runNo).toList();
  }
}
