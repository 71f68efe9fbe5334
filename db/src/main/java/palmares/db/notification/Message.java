package palmares.db.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that was claimed to be sent.
///
/// @param id the same with every try, so that a receiver can tell a repeat
/// @param webhook it goes to; absent if it goes by mail
/// @param account it goes to by mail; absent if it goes to a webhook
/// @param attempts tries, this one included
/// @param claim tells this try from any other
public record Message(
    UUID id,
    @Nullable UUID webhook,
    @Nullable UUID account,
    String event,
    UUID subject,
    String data,
    int attempts,
    UUID claim,
    Instant createdAt) {}
