package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;

/// An erratum as a form sends it.
///
/// @param reason why, for everyone to read
/// @param lines JSON lines of `id` with new `references` or a new `checklist`
@Serdeable
public record NewErratum(String reason, String lines) {}
