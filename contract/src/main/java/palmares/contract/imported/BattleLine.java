package palmares.contract.imported;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// One line of `POST /imports/battles`.
///
/// @param line of the file that it comes from, for messages; its own line if absent
/// @param outcome from 0 (right won) to 1 (left won)
/// @param weight 1 if absent
/// @param cluster which battles belong together; all name one or none does
@Serdeable
public record BattleLine(
    @Nullable Integer line,
    String left,
    String right,
    double outcome,
    @Nullable Double weight,
    @Nullable String cluster) {}
