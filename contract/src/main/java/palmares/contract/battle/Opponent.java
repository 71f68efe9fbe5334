package palmares.contract.battle;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// A system that a submission is compared with by a judge of pairs, or is not.
///
/// @param evaluator `id@version` of the judge
/// @param system as whoever reads it sees its name; absent where its submission is withdrawn
/// @param skipped why the two are not compared; absent if they are
/// @param pairs examples on which they are compared
/// @param judged those that the judge has seen in both orders
@Serdeable
public record Opponent(
    String evaluator, @Nullable String system, @Nullable String skipped, int pairs, int judged) {}
