package palmares.db.system;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of a system, with the version that it is said of.
///
/// @param spec JSON
/// @param publishedAt absent while it is anonymous
public record SystemCard(
    UUID id,
    String team,
    String name,
    int version,
    String kind,
    String spec,
    Instant createdAt,
    @Nullable Instant publishedAt) {}
