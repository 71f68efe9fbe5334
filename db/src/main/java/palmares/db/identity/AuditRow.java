package palmares.db.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param account by name; absent where the platform itself acted
/// @param detail JSON
public record AuditRow(
    long id, Instant at, @Nullable String account, String action, String subject, String detail) {}
