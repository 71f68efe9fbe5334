package palmares.contract.submission;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// The answer to a submission that was taken (202) or, for a dry run, would be (200).
///
/// @param id absent for a dry run
/// @param missing examples left out, allowed only for partial submissions
/// @param quotaLeft submissions left today; absent where there is no limit
@Serdeable
public record SubmitAnswer(
    @Nullable String id, int responses, int missing, @Nullable Integer quotaLeft) {}
