package palmares.api.page;

import java.util.UUID;
import palmares.api.problem.Refused;

/// Identifiers in paths.
public final class Ids {

  private Ids() {}

  /// @throws Refused as not found, if it cannot be the id of anything
  public static UUID parse(String what, String id) {
    try {
      var parsed = UUID.fromString(id);
      if (parsed.toString().equalsIgnoreCase(id)) {
        return parsed;
      }
    } catch (IllegalArgumentException e) {
      throw Refused.notFound(what, id);
    }
    throw Refused.notFound(what, id);
  }
}
