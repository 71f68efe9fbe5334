package palmares.contract.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of teams, their members and invitations. A member's role is `owner` or `member`.
public final class Teams {

  private Teams() {}

  /// @param name 1 to 64 of a-z, 0-9, '.', '_', '-'; shared with the names of accounts
  @Serdeable
  public record NewTeam(String name) {}

  /// A team that the caller belongs to.
  ///
  /// @param role of the caller in it
  /// @param personal whether it is the caller's own, which nobody else can join
  /// @param provided whether an identity provider says who its members are
  @Serdeable
  public record TeamSummary(
      String name, String role, boolean personal, boolean provided, int members) {}

  /// @param role of the caller in it; absent for an operator who is not a member
  @Serdeable
  public record Team(
      String name,
      @Nullable String role,
      boolean personal,
      boolean provided,
      Instant createdAt,
      List<Member> members) {}

  @Serdeable
  public record Member(String account, String role, Instant since) {}

  @Serdeable
  public record MemberRole(String role) {}

  /// @param expiresInHours 1 to 720; 72 if absent
  @Serdeable
  public record NewInvitation(String role, @Nullable Integer expiresInHours) {}

  /// @param secret present only in the answer that creates it: whoever has it may join, once. A
  ///   link carries it behind `#`, which browsers send to no server
  @Serdeable
  public record Invitation(
      String id,
      String role,
      String invitedBy,
      Instant createdAt,
      Instant expiresAt,
      @Nullable String secret) {
    @Override
    public String toString() {
      return "Invitation[id=" + id + ", role=" + role + "]";
    }
  }

  @Serdeable
  public record InvitationSecret(String secret) {
    @Override
    public String toString() {
      return "InvitationSecret[]";
    }
  }

  /// What an invitation offers to whoever has its secret.
  @Serdeable
  public record Offer(String team, String role, String invitedBy, Instant expiresAt) {}
}
