package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/// One thing that happened to a submission.
///
/// @param seq from 1, without holes
/// @param text the event in plain words
@Serdeable
public record TimelineEvent(
    int seq, String kind, Instant at, String text, Map<String, String> detail) {}
