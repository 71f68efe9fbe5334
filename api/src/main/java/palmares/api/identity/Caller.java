package palmares.api.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.identity.Reach;

/// Who makes a request.
public sealed interface Caller {

  record Anonymous() implements Caller {}

  /// @param personalTeam the team that is meant where none is named
  /// @param teams every team the account belongs to, its personal one included
  record Person(
      Credential credential,
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

    /// The team of this name; the personal one where none is named; null for a foreign one.
    public @Nullable Team team(@Nullable String name) {
      return name == null
          ? personalTeam
          : teams.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    /// Whether a person has signed in for this, and not left it to a script's token.
    public boolean isPresent() {
      return !(credential instanceof Credential.PersonalToken);
    }

    /// Whether the request may do what only operators may.
    public boolean isAdmin() {
      return role == Role.ADMIN && scopes.contains(Scope.ADMIN);
    }
  }

  /// What a person's request was admitted by.
  sealed interface Credential {

    /// A sign-in with a password of ours.
    record Session(UUID token) implements Credential {}

    /// A token that was made for a script.
    record PersonalToken(UUID token) implements Credential {}

    /// A token of the identity provider, which it alone can end.
    record Provided() implements Credential {}
  }

  record Worker(UUID token, String name, Reach reach) implements Caller {}

  record Team(UUID id, String name) {}
}
