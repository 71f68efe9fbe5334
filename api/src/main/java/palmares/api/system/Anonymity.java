package palmares.api.system;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.db.Tx;
import palmares.db.system.AnonymousNames;

/// Which systems of a benchmark version are anonymous, as one viewer sees them: administrators and
/// the system's own team see its name, everyone else the number that it has on this version.
public final class Anonymity {

  private final Map<String, String> hidden = new TreeMap<>();
  private final Map<String, String> known = new TreeMap<>();

  private Anonymity() {}

  public static Anonymity of(Tx tx, UUID benchmarkVersion, Caller viewer) {
    var anonymity = new Anonymity();
    for (var each : AnonymousNames.of(tx, benchmarkVersion)) {
      var names = knows(viewer, each.team()) ? anonymity.known : anonymity.hidden;
      names.put(each.system().toString(), each.text());
    }
    return anonymity;
  }

  private static boolean knows(Caller viewer, UUID team) {
    return viewer instanceof Caller.Person person && (person.isAdmin() || person.isIn(team));
  }

  /// What the viewer sees in place of a system's name; null where that is the name itself.
  public @Nullable String hidden(String system) {
    return hidden.get(system);
  }

  /// What everyone else sees of a system whose name this viewer sees; null if that is the name too.
  public @Nullable String elsewhere(String system) {
    return known.get(system);
  }

  /// The same for all viewers who see the same names.
  public String key() {
    return hidden + "/" + known;
  }
}
