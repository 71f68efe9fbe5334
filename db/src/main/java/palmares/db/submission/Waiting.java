package palmares.db.submission;

import java.time.Instant;

/// What jobs of a run wait for.
///
/// @param what an offer that no live worker has
/// @param since when the first of the jobs came or the last worker that could went, whichever is
///   later
public record Waiting(String what, Instant since) {}
