package palmares.api.leaderboard;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import palmares.api.system.Anonymity;
import palmares.db.Tx;
import palmares.db.leaderboard.BoardNames;
import palmares.db.leaderboard.BoardNames.Named;

/// The names of systems as one viewer sees them.
public final class SeenNames {

  private static final BoardNames NAMES = new BoardNames();

  private SeenNames() {}

  /// By the id of each system.
  public static Map<String, Named> of(Tx tx, Collection<String> systems, Anonymity anonymity) {
    return NAMES.systems(tx, systems).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> seen(each.getKey(), each.getValue(), anonymity)));
  }

  private static Named seen(String system, Named named, Anonymity anonymity) {
    var hidden = anonymity.hidden(system);
    return hidden == null ? named : new Named(hidden, null);
  }
}
