package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// The two files of a benchmark, with whatever is still wrong in them.
///
/// @param spec text of `benchmark.yaml`
/// @param examples text of `examples.jsonl`
/// @param revision of the draft that this replaces; absent for a new one
@Serdeable
public record NewDraft(String spec, String examples, @Nullable Integer revision) {}
