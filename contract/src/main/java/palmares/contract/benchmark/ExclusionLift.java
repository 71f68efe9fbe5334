package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;

/// That something counts again.
///
/// @param reason why, for everyone to read
@Serdeable
public record ExclusionLift(String reason) {}
