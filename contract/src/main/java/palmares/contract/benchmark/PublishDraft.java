package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// The order to publish a draft as its writer has seen it.
///
/// @param revision of the draft
/// @param team whose a benchmark of a new name becomes; the caller's own if absent
/// @param visibility of a benchmark of a new name: `public`, which it is if absent, or `team`
@Serdeable
public record PublishDraft(int revision, @Nullable String team, @Nullable String visibility) {}
