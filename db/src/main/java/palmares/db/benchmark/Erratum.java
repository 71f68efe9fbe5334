package palmares.db.benchmark;

import java.time.Instant;
import java.util.UUID;

/// A revision of a version's gold beyond the first.
///
/// @param examples how many it mends
/// @param state `rescoring`, `done`, or `superseded` by a later one
public record Erratum(
    UUID version, int revision, String reason, int examples, String state, Instant createdAt) {}
