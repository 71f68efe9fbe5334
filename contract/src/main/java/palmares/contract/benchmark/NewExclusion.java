package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;

/// Something to be left out of every figure of a benchmark version.
///
/// @param kind `submission`, `run`, `example` or `rater`
/// @param subject id of the submission or run, name of the example, or the rater: an evaluator's
///   key (`id@version`) or the source of imported evidence
/// @param reason why, for everyone to read
@Serdeable
public record NewExclusion(String kind, String subject, String reason) {}
