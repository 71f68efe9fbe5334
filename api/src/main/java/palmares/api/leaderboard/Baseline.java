package palmares.api.leaderboard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardNames;
import palmares.scoring.ranking.Settings;

/// The system that a board compares with: a definition names it by name, and evidence knows systems
/// by id.
final class Baseline {

  private final BoardNames names = new BoardNames();

  /// The settings with its id.
  ///
  /// @throws IllegalArgumentException if it does not stand on the board
  Settings in(Settings settings, Tx tx, List<Provenance.Standing> standings) {
    var name = settings.values().get(Definition.BASELINE);
    if (name == null) {
      return settings;
    }
    var id = standing(tx, name, standings);
    if (id == null) {
      throw new IllegalArgumentException(
          "the baseline system '" + name + "' has no ended run on this benchmark yet");
    }
    return settings.with(Definition.BASELINE, id);
  }

  /// Why there is none although it has been there: what it is left out for.
  @Nullable String refusal(
      Tx tx, Definition definition, List<Provenance.Standing> standings, LeftOut leftOut) {
    var name = definition.settings().get(Definition.BASELINE);
    if (name == null) {
      return null;
    }
    var standing = standing(tx, name, standings);
    var out =
        leftOut.exclusions().stream().filter(exclusion -> exclusion.system() != null).toList();
    var named =
        names.systems(tx, out.stream().map(each -> Objects.requireNonNull(each.system())).toList());
    return out.stream()
        .filter(exclusion -> {
          var id = Objects.requireNonNull(exclusion.system());
          var system = named.get(id);
          // Another team's of the same name, which came later, does not take its place.
          return system != null
              && system.system().equals(name)
              && (standing == null || id.compareTo(standing) < 0);
        })
        .findFirst()
        .map(exclusion ->
            "the baseline system '%s' is left out: %s".formatted(name, exclusion.reason()))
        .orElse(null);
  }

  private @Nullable String standing(Tx tx, String name, List<Provenance.Standing> standings) {
    var systems = standings.stream().map(Provenance.Standing::system).toList();
    return names.systems(tx, systems).entrySet().stream()
        .filter(named -> named.getValue().system().equals(name))
        .map(Map.Entry::getKey)
        .min(String::compareTo) // several teams may use the name: the first that came
        .orElse(null);
  }
}
