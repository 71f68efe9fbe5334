package palmares.db.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to a webhook, and what became of it.
///
/// @param state `ready`, `sent` or `failed`
/// @param status of the last answer
/// @param nextTry absent unless it is ready
public record Delivery(
    UUID id,
    UUID webhook,
    String event,
    UUID subject,
    String state,
    int attempts,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable Instant lastTry,
    @Nullable Instant nextTry,
    Instant createdAt) {}
