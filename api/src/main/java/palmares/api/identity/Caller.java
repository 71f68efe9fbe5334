package palmares.api.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Who makes a request.
public sealed interface Caller {

  record Anonymous() implements Caller {}

  /// @param token the id of the token the request came with
  /// @param session whether it came from a sign-in, not from a script's token
  /// @param personalTeam the team that is meant where none is named
  /// @param teams every team the account belongs to, its personal one included
  record Person(
      UUID token,
      boolean session,
      UUID account,
      String name,
      Role role,
      Set<Scope> scopes,
      Team personalTeam,
      List<Team> teams)
      implements Caller {

    public Person {
      scopes = Set.copyOf(scopes);
      teams = List.copyOf(teams);
    }

    public boolean isIn(UUID team) {
      return teams.stream().anyMatch(each -> each.id().equals(team));
    }

    /// Whether the request may do what only operators may.
    public boolean isAdmin() {
      return role == Role.ADMIN && scopes.contains(Scope.ADMIN);
    }
  }

  record Worker(UUID token, String name, String pool) implements Caller {}

  record Team(UUID id, String name) {}
}
