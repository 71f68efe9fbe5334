package palmares.db.imported;

import java.time.Instant;

/// An import in a list.
///
/// @param no its number, by which lists are ordered
/// @param team whose benchmark it belongs to
/// @param report canonical JSON of what was answered
public record ImportedListing(long no, Instant at, String team, String report) {}
