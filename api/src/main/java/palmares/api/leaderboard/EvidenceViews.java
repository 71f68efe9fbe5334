package palmares.api.leaderboard;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.problem.Refused;
import palmares.api.system.Anonymity;
import palmares.contract.leaderboard.WinRates;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.BoardNames.Named;
import palmares.db.leaderboard.Leaderboard;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;
import palmares.scoring.ranking.Settings;

/// What the evidence of a snapshot says beyond its document: made when it is asked for, and never
/// stored.
@Singleton
final class EvidenceViews {

  private static final int MOST_SYSTEMS = 100;
  private static final String GAPS = "gaps";

  private final BoardMaker maker;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final BoardEvidence evidence = new BoardEvidence();

  EvidenceViews(BoardMaker maker) {
    this.maker = maker;
  }

  /// The snapshot's ranking over the examples of one category.
  SnapshotDocument category(Tx tx, Leaderboard board, Snapshot snapshot, String category) {
    var weights = leaderboards.version(tx, board.benchmarkVersionId()).categories();
    if (!weights.containsKey(category)) {
      throw Refused.badRequest(
          "category must be one of %s but is '%s'".formatted(weights.keySet(), category));
    }
    var provenance = Json.read(snapshot.provenance(), Provenance.class);
    try {
      return maker.ofCategory(
          tx,
          board.benchmarkVersionId(),
          weights,
          provenance.definition(),
          provenance.entries(),
          LeftOut.of(provenance),
          category);
    } catch (IllegalArgumentException e) {
      throw Refused.because(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "category '%s' cannot be ranked by itself: %s".formatted(category, e.getMessage()));
    }
  }

  /// @param category over whose examples alone they meet; all if absent
  /// @param limit number of systems, the first ones of the ranking over these examples
  record WinRatesOf(Leaderboard board, Snapshot snapshot, @Nullable String category, int limit) {}

  WinRates winRates(Tx tx, WinRatesOf wanted, Anonymity anonymity) {
    var snapshot = wanted.snapshot();
    var provenance = Json.read(snapshot.provenance(), Provenance.class);
    var definition = provenance.definition();
    var evaluator = definition.settings().get(Definition.EVALUATOR);
    if (evaluator == null || definition.claimed() != null) {
      throw Refused.because(
          HttpStatus.NOT_FOUND,
          "snapshot %s has no win rates: its board ranks no systems, or what others measured"
              .formatted(snapshot.id()));
    }
    var first = first(tx, wanted);
    var standings =
        provenance.entries().stream().filter(each -> first.contains(each.system())).toList();
    if (standings.isEmpty()) {
      return new WinRates(snapshot.id().toString(), evaluator, List.of(), List.of());
    }
    var examples =
        new CountedExamples(
            wanted.board().benchmarkVersionId(),
            wanted.category(),
            LeftOut.of(provenance).examples());
    var rates =
        maker
            .judgedWinRates(tx, definition, standings, examples)
            .orElseGet(() -> derived(tx, definition, standings, examples));
    return named(snapshot, evaluator, first, rates, SeenNames.of(tx, first, anonymity));
  }

  private palmares.scoring.battle.WinRates derived(
      Tx tx, Definition definition, List<Provenance.Standing> standings, CountedExamples examples) {
    var inputs =
        BoardInputs.read(
            tx,
            evidence,
            examples.benchmarkVersion(),
            Map.of(),
            only(definition),
            standings,
            examples.without());
    var category = examples.category();
    var met = category == null ? inputs.evidence() : inputs.evidence().ofCategory(category);
    return palmares.scoring.battle.WinRates.of(met, settings(definition));
  }

  /// Those that the ranking over these examples places, and after them those that the whole one
  /// does: who wins all its battles of a category has no place there.
  private List<String> first(Tx tx, WinRatesOf wanted) {
    var documents = new ArrayList<SnapshotDocument>();
    if (wanted.category() != null) {
      documents.add(category(tx, wanted.board(), wanted.snapshot(), wanted.category()));
    }
    documents.add(Json.read(wanted.snapshot().document(), SnapshotDocument.class));
    return documents.stream()
        .flatMap(document -> document.rows().stream())
        .filter(row -> row.rank() != null)
        .map(SnapshotDocument.Row::subject)
        .distinct()
        .limit(Math.min(wanted.limit(), MOST_SYSTEMS))
        .toList();
  }

  private static Definition only(Definition definition) {
    return new Definition(
        definition.method(),
        definition.settings(),
        List.of(definition.deciding()),
        definition.entryRule(),
        definition.gaps());
  }

  private static Settings settings(Definition definition) {
    var settings = new TreeMap<String, String>();
    settings.put(Definition.EVALUATOR, definition.deciding());
    settings.put(GAPS, definition.gaps().equals("worst") ? "worst" : "unranked");
    var margin = definition.settings().get("tie_margin");
    if (margin != null) {
      settings.put("tie_margin", margin);
    }
    return new Settings(settings);
  }

  /// In the order of the board, with the names that the systems have now.
  private static WinRates named(
      Snapshot snapshot,
      String evaluator,
      List<String> order,
      palmares.scoring.battle.WinRates made,
      Map<String, Named> names) {
    var places = order.stream().map(made.systems()::indexOf).filter(place -> place >= 0).toList();
    var rates = new ArrayList<List<@Nullable Double>>();
    for (var i : places) {
      var row = new ArrayList<@Nullable Double>();
      places.forEach(j -> row.add(made.rates().get(i).get(j)));
      rates.add(row);
    }
    return new WinRates(
        snapshot.id().toString(),
        evaluator,
        places.stream().map(made.systems()::get).map(id -> name(names, id)).toList(),
        rates);
  }

  private static String name(Map<String, Named> names, String id) {
    var named = names.get(id);
    return named == null ? id : named.system();
  }
}
