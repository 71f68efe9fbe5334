package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// A revision of a version's gold beyond the first, and how far scoring again under it has come.
///
/// @param reason why the gold was mended
/// @param examples how many were mended
/// @param state `rescoring`, `done`, or `superseded` by a later one
/// @param current whether the leaderboards stand on it
/// @param submissions that could stand on a leaderboard
/// @param rescored those scored wholly under it
/// @param failed those where a part could not be scored by our own fault; they can be tried again
/// @param lacking those left out until their owner has had missing responses made
@Serdeable
public record ErratumStatus(
    int revision,
    String reason,
    int examples,
    Instant publishedAt,
    String state,
    boolean current,
    int submissions,
    int rescored,
    int failed,
    int lacking) {}
