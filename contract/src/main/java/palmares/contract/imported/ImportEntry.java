package palmares.contract.imported;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// An import that was taken, as a list shows it.
///
/// @param at when
/// @param team whose benchmark it belongs to
/// @param report what came of it
@Serdeable
public record ImportEntry(Instant at, String team, ImportReport report) {}
