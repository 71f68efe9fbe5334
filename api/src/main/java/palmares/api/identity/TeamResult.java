package palmares.api.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.db.identity.InvitationRow;
import palmares.db.identity.Membership;
import palmares.db.identity.TeamRow;

/// What came of a question about a team, or of a change to it.
sealed interface TeamResult {

  /// @param role of the caller in it; absent for an operator who is not a member
  record Found(TeamRow team, @Nullable String role, List<Membership> members)
      implements TeamResult {
    public Found {
      members = List.copyOf(members);
    }
  }

  /// @param secret which is stored nowhere
  record Invited(InvitationRow invitation, String secret) implements TeamResult {
    @Override
    public String toString() {
      return "Invited[invitation=" + invitation + "]";
    }
  }

  record Removed() implements TeamResult {}

  /// There is no such team for this caller.
  record NoTeam() implements TeamResult {}

  record NoMember() implements TeamResult {}

  record NoInvitation() implements TeamResult {}

  record NotOwner() implements TeamResult {}

  record NameTaken() implements TeamResult {}

  /// What stands in the way, in words.
  record NotPossible(String why) implements TeamResult {}
}
