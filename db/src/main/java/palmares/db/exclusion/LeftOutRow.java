package palmares.db.exclusion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exclusion with what it names.
///
/// @param ordinal of an example
/// @param system and `submission`: of a run or submission
public record LeftOutRow(
    UUID id,
    String kind,
    String subject,
    String reason,
    @Nullable Integer ordinal,
    @Nullable UUID system,
    @Nullable UUID submission) {}
