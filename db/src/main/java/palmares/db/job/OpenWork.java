package palmares.db.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The jobs of one kind that have not ended, and who could do them.
///
/// @param offer `id@version` of what they need, on a worker with `capability`
/// @param delayed those of the waiting that are to wait for a later attempt
/// @param dispatched handed to the broker and not taken yet
/// @param claimed being worked on
/// @param oldest when the job that has been there longest was made
/// @param workers live ones that can do them, with `slots` together, of which `busy` are taken
/// @param lastWorker when the last one that could was there; absent while there is one, and where
///   there never was any
public record OpenWork(
    String capability,
    String offer,
    int waiting,
    int delayed,
    int dispatched,
    int claimed,
    Instant oldest,
    int workers,
    int slots,
    int busy,
    @Nullable Instant lastWorker) {}
