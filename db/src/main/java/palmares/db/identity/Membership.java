package palmares.db.identity;

import java.time.Instant;
import java.util.UUID;

/// One account in one team.
///
/// @param role owner or member
public record Membership(UUID account, String name, String role, Instant since) {

  public boolean isOwner() {
    return role.equals("owner");
  }
}
