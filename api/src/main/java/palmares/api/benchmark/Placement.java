package palmares.api.benchmark;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;

/// Whose a benchmark becomes when it is published first, and who may see it.
///
/// @param visibility public or team
public record Placement(Caller.Team team, String visibility) {

  private static final Set<String> VISIBILITIES = Set.of("public", "team");

  /// @param team one of the person's; their personal one if absent
  /// @param visibility `public` if absent
  /// @throws Refused if the person is in no such team
  public static Placement of(
      Caller.Person person, @Nullable String team, @Nullable String visibility) {
    if (visibility != null) {
      checkVisibility(visibility);
    }
    var owner = person.team(team);
    if (owner == null) {
      throw Refused.notFound("team", String.valueOf(team));
    }
    return new Placement(owner, visibility == null ? "public" : visibility);
  }

  /// @throws Refused if it is neither word
  static void checkVisibility(String visibility) {
    if (!VISIBILITIES.contains(visibility)) {
      throw Refused.badRequest(
          "visibility must be public or team: '%s'.".formatted(Problems.shown(visibility)));
    }
  }
}
