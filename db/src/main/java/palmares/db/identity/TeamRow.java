package palmares.db.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param personal whether it is the own team of one account
/// @param group of the identity provider that says who its members are; absent for teams of ours
public record TeamRow(
    UUID id, String name, boolean personal, @Nullable String group, Instant createdAt) {}
