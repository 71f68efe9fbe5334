package palmares.e2e;

import java.time.Instant;

/// @param part of the platform; a worker by its name
record Kill(String part, boolean isWorker, Instant at) {}
