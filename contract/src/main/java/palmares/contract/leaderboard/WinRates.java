package palmares.contract.leaderboard;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often the first systems of a snapshot beat each other.
///
/// @param evaluator who decides, `id@version`: by the higher value, or as the judge of pairs
/// @param systems names, best first
/// @param rates by the places of two systems: the share of the examples, or of the battles of a
///   judge of pairs, that the first wins against the second, a tie counting half; null if they
///   never met
@Serdeable
public record WinRates(
    String snapshot, String evaluator, List<String> systems, List<List<@Nullable Double>> rates) {}
