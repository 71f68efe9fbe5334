package palmares.db.system;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A system with its newest version.
///
/// @param spec JSON
/// @param publishedAt absent while it is anonymous
public record SystemRow(
    UUID id,
    UUID teamId,
    String team,
    String name,
    int version,
    String kind,
    String spec,
    int submissions,
    Instant createdAt,
    @Nullable Instant publishedAt) {}
