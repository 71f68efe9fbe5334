package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import palmares.api.leaderboard.BoardMaker.Made;
import palmares.api.leaderboard.Definition.Claimed;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.ClaimedEvidence;
import palmares.db.leaderboard.ClaimedEvidence.Sameness;
import palmares.scoring.battle.BattleMethod;
import palmares.scoring.battle.Battles;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Settings;

/// Makes the document of a board from imported evidence alone. Every row says that it is claimed
/// elsewhere, and what its own responses show of it.
final class ClaimedBoard {

  static final String CLAIMED = "claimed elsewhere, not measured here";
  private static final String SYSTEM = "system";

  private final RankingMethods methods;
  private final BoardEvidence examples = new BoardEvidence();
  private final ClaimedEvidence store = new ClaimedEvidence();

  ClaimedBoard(RankingMethods methods) {
    this.methods = methods;
  }

  Made make(
      Tx tx,
      UUID benchmarkVersion,
      Definition definition,
      Claimed claim,
      List<Provenance.Standing> standings,
      Set<Integer> without) {
    var ranked =
        claim.against() == null
            ? battles(tx, benchmarkVersion, definition, claim, standings)
            : preferences(tx, benchmarkVersion, definition, claim, standings, without);
    var sameness = store.sameness(tx, submissions(standings));
    var document =
        SnapshotDocument.of(
                ranked.ranking(),
                by(standings, Provenance.Standing::submission),
                by(standings, columns(tx, standings, sameness, without)),
                subject -> SYSTEM)
            .with(note(claim), by(standings, standing -> labels(standing, sameness)));
    return new Made(document, new TreeMap<>(), ranked.rows());
  }

  private record Ranked(Ranking ranking, long rows) {}

  private Ranked preferences(
      Tx tx,
      UUID benchmarkVersion,
      Definition definition,
      Claimed claim,
      List<Provenance.Standing> standings,
      Set<Integer> without) {
    var names = new ArrayList<String>();
    var columns = new HashMap<Integer, Integer>();
    for (var example : examples.examples(tx, benchmarkVersion)) {
      if (!without.contains(example.ordinal())) {
        columns.put(example.ordinal(), names.size());
        names.add(example.name());
      }
    }
    var systems = standings.stream().map(Provenance.Standing::system).toList();
    var table = ScoreTable.builder(systems, names);
    var places = new HashMap<Long, Integer>();
    standings.forEach(standing -> places.put(standing.runNo(), places.size()));
    var rows = new long[1];
    store.preferences(
        tx,
        places.keySet(),
        (run, ordinal, probability) -> {
          var column = columns.get(ordinal);
          if (column != null) {
            table.put(places.getOrDefault(run, -1), column, probability);
            rows[0]++;
          }
        });
    var evidence =
        new Evidence(
            new TreeMap<>(Map.of(claim.rater(), table.build())),
            Map.of(claim.rater(), 0.0),
            Map.of(claim.rater(), 1.0),
            Map.of(),
            Map.of());
    var method = methods.method(definition.method());
    return new Ranked(method.rank(evidence, definition.methodSettings()), rows[0]);
  }

  private Ranked battles(
      Tx tx,
      UUID benchmarkVersion,
      Definition definition,
      Claimed claim,
      List<Provenance.Standing> standings) {
    if (!(methods.method(definition.method()) instanceof BattleMethod method)) {
      throw new IllegalArgumentException(definition.method() + " does not rank by battles");
    }
    var systems =
        standings.stream()
            .collect(
                Collectors.toMap(Provenance.Standing::submissionNo, Provenance.Standing::system));
    var battles = Battles.builder();
    store.battles(
        tx,
        benchmarkVersion,
        systems.keySet(),
        (left, right, outcome, weight, cluster) -> {
          var first = systems.getOrDefault(left, "");
          var second = systems.getOrDefault(right, "");
          if (claim.clustered()) {
            battles.add(first, second, outcome, weight, Long.toString(cluster));
          } else {
            battles.add(first, second, outcome, weight);
          }
        });
    var all = battles.build();
    return new Ranked(method.rank(all, new Settings(definition.settings())), all.size());
  }

  private static String note(Claimed claim) {
    var against = claim.against() == null ? "" : " against " + claim.against();
    return "%s: imported, decided by %s%s".formatted(CLAIMED, claim.rater(), against);
  }

  private Function<Provenance.Standing, Map<String, Double>> columns(
      Tx tx,
      List<Provenance.Standing> standings,
      Map<Long, Sameness> sameness,
      Set<Integer> without) {
    var runs = standings.stream().map(Provenance.Standing::runNo).toList();
    var lengths = examples.lengths(tx, runs, without);
    return standing -> {
      var row = new TreeMap<>(Map.of("tries", (double) standing.tries()));
      var length = lengths.get(standing.runNo());
      if (length != null) {
        row.put("chars", BoardMaker.rounded(length));
      }
      var same = sameness.get(standing.submissionNo());
      if (same != null) {
        row.put("responses", (double) same.responses());
        row.put("different responses", (double) same.different());
      }
      return row;
    };
  }

  /// A system that says the same to most prompts cannot have read them, whatever its rating.
  private static Map<String, String> labels(
      Provenance.Standing standing, Map<Long, Sameness> sameness) {
    var labels = new TreeMap<>(Map.of("evidence", CLAIMED));
    var same = sameness.get(standing.submissionNo());
    if (same != null && same.responses() > 1 && 2 * same.most() > same.responses()) {
      labels.put(
          "flag",
          same.different() == 1
              ? "the same response to every one of %d prompts".formatted(same.responses())
              : "the same response to %d of %d prompts".formatted(same.most(), same.responses()));
    }
    return labels;
  }

  private static List<Long> submissions(List<Provenance.Standing> standings) {
    return standings.stream().map(Provenance.Standing::submissionNo).toList();
  }

  private static <T> Map<String, T> by(
      List<Provenance.Standing> standings, Function<Provenance.Standing, T> value) {
    return standings.stream().collect(Collectors.toMap(Provenance.Standing::system, value));
  }
}
