package palmares.db.benchmark;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// One published version. What is asked and what is expected never changes; when it is open does.
///
/// @param no its number in the keys of evidence
/// @param team whose benchmark it is
/// @param isPublic whether everyone may see it, or the team alone
/// @param spec JSON of the specification
/// @param state `published`, `closed` or `withdrawn`, with the reason for the last
/// @param digest over the specification and all examples with their gold
public record BenchmarkVersion(
    UUID id,
    long no,
    UUID benchmark,
    String name,
    UUID team,
    boolean isPublic,
    String title,
    String description,
    String version,
    String visible,
    @Nullable Integer quotaPerDay,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    String spec,
    Sha256 digest,
    int examples,
    Sha256 inputs,
    Instant createdAt,
    String state,
    @Nullable String stateReason) {}
