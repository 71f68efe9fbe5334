package palmares.db.identity;

import java.time.Instant;
import java.util.UUID;

/// An account as an operator sees it.
///
/// @param provided whether an identity provider says who this is
public record AccountListing(
    UUID id, String name, String role, boolean provided, boolean closed, Instant createdAt) {}
