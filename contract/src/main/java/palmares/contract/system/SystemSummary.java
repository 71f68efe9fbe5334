package palmares.contract.system;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A system in a list, with its newest version.
///
/// @param kind built-in, outputs, endpoint, model or program
/// @param publishedAt since when everyone may know whose it is; absent while it is anonymous
/// @param builtIn for kind `built-in`: `id@version`
@Serdeable
public record SystemSummary(
    String id,
    String team,
    String name,
    int version,
    String kind,
    @Nullable String builtIn,
    int submissions,
    Instant createdAt,
    @Nullable Instant publishedAt) {}
