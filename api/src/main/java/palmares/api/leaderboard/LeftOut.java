package palmares.api.leaderboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.api.leaderboard.Provenance.Exclusion;
import palmares.api.leaderboard.SnapshotDocument.Row;
import palmares.db.Tx;
import palmares.db.exclusion.ExclusionStore;
import palmares.db.exclusion.LeftOutRow;

/// What organisers leave out of the boards of a benchmark version, and how a board says so.
record LeftOut(List<Exclusion> exclusions) {

  private static final int NOTES = 20;
  private static final String EXAMPLE = "example";
  private static final String RATER = "rater";

  LeftOut {
    exclusions = List.copyOf(exclusions);
  }

  static LeftOut standing(Tx tx, UUID benchmarkVersion) {
    return of(ExclusionStore.standing(tx, benchmarkVersion));
  }

  /// What a snapshot was made without, as it says itself.
  static LeftOut of(Provenance provenance) {
    return new LeftOut(Objects.requireNonNullElse(provenance.exclusions(), List.of()));
  }

  /// The same as the rows of the exclusions tell it.
  LeftOut recorded(Tx tx, UUID benchmarkVersion) {
    var ids = exclusions.stream().map(Exclusion::id).toList();
    return of(ExclusionStore.named(tx, benchmarkVersion, ids));
  }

  private static LeftOut of(List<LeftOutRow> rows) {
    return new LeftOut(
        rows.stream()
            .map(row ->
                new Exclusion(
                    row.id().toString(),
                    row.kind(),
                    row.subject(),
                    row.reason(),
                    row.ordinal(),
                    row.system() == null ? null : row.system().toString(),
                    row.submission() == null ? null : row.submission().toString()))
            .toList());
  }

  /// Ordinals of examples.
  Set<Integer> examples() {
    return exclusions.stream()
        .filter(each -> each.kind().equals(EXAMPLE) && each.ordinal() != null)
        .map(Exclusion::ordinal)
        .collect(Collectors.toSet());
  }

  /// Keys of evaluators and names of sources, with the reasons.
  Map<String, String> raters() {
    return exclusions.stream()
        .filter(each -> each.kind().equals(RATER))
        .collect(Collectors.toMap(Exclusion::subject, Exclusion::reason, (one, other) -> one));
  }

  boolean isRater(String key) {
    return raters().containsKey(key);
  }

  /// What concerns a board: a rater does if the board reads what it said, or shows it.
  ///
  /// @param shown keys of evaluators whose means stand beside the rows
  LeftOut concerning(Definition definition, Collection<String> shown) {
    var claim = definition.claimed();
    return new LeftOut(
        exclusions.stream()
            .filter(each ->
                !each.kind().equals(RATER)
                    || definition.evaluators().contains(each.subject())
                    || claim != null && claim.rater().equals(each.subject())
                    || shown.contains(each.subject()))
            .toList());
  }

  /// Whether a board that was made without these is still right about what is left out: it calls
  /// nothing left out that counts again, and nothing is in its figures that does not count now. A
  /// system that stands there and is left out by now is not looked at here.
  ///
  /// @param systems that stand on the board
  boolean isRight(LeftOut now, Collection<String> systems) {
    return exclusions.stream()
            .filter(each -> each.system() == null || !systems.contains(each.system()))
            .allMatch(now.exclusions::contains)
        && now.exclusions.stream()
            .filter(each -> each.system() == null)
            .allMatch(exclusions::contains);
  }

  /// Why a board of this definition ranks nobody: what it decides by is left out.
  @Nullable String refusal(Definition definition) {
    var claim = definition.claimed();
    var rater = claim == null ? definition.deciding() : claim.rater();
    var reason = raters().get(rater);
    return reason == null ? null : "%s is left out: %s".formatted(rater, reason);
  }

  /// The definition without the evaluators that are left out.
  Definition counted(Definition definition) {
    if (definition.evaluators().stream().noneMatch(this::isRater)) {
      return definition;
    }
    return new Definition(
        definition.method(),
        definition.settings(),
        definition.evaluators().stream().filter(key -> !isRater(key)).toList(),
        definition.entryRule(),
        definition.gaps(),
        definition.claimed());
  }

  /// The document, which says what it was made without and why.
  SnapshotDocument shownIn(SnapshotDocument document, Definition definition) {
    var known = new HashSet<>(document.rows().stream().map(Row::subject).toList());
    var rows = new ArrayList<Row>();
    for (var each : exclusions) {
      var ranksSystems = definition.ranksSystems();
      var system = each.system();
      if (ranksSystems && system != null && known.add(system)) {
        rows.add(row(system, "system", each));
      } else if (!ranksSystems
          && definition.evaluators().contains(each.subject())
          && known.add(each.subject())) {
        rows.add(row(each.subject(), "evaluator", each));
      }
    }
    var notes =
        exclusions.stream()
            .filter(each -> each.system() == null)
            .map(each ->
                "left out: %s %s (%s)".formatted(each.kind(), each.subject(), each.reason()))
            .toList();
    var first = new ArrayList<>(notes.subList(0, Math.min(NOTES, notes.size())));
    if (notes.size() > NOTES) {
      first.add("left out: %d more".formatted(notes.size() - NOTES));
    }
    return document.with(first, rows);
  }

  private static Row row(String subject, String kind, Exclusion exclusion) {
    return Row.unranked(
        subject, kind, exclusion.submission(), "left out: " + exclusion.reason(), new TreeMap<>());
  }
}
