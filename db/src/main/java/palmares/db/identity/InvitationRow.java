package palmares.db.identity;

import java.time.Instant;
import java.util.UUID;

/// An invitation that can still be accepted.
///
/// @param invitedBy name of the account that made it
public record InvitationRow(
    UUID id,
    UUID team,
    String teamName,
    String role,
    String invitedBy,
    Instant createdAt,
    Instant expiresAt) {}
