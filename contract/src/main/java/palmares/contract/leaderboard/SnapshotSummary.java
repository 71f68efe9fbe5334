package palmares.contract.leaderboard;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

@Serdeable
public record SnapshotSummary(String id, long revision, String digest, Instant builtAt, int rows) {}
