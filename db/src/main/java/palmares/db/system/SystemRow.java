package palmares.db.system;

import java.time.Instant;
import java.util.UUID;

/// A system with its newest version.
///
/// @param spec JSON
public record SystemRow(
    UUID id,
    String team,
    String name,
    int version,
    String kind,
    String spec,
    int submissions,
    Instant createdAt) {}
