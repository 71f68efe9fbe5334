package palmares.contract.leaderboard;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// How often the first systems of a snapshot beat each other on the same examples.
///
/// @param evaluator whose values decide, `id@version`; the higher one wins
/// @param systems names, best first
/// @param rates by the places of two systems: the share of the examples that the first wins against
///   the second, a tie counting half
@Serdeable
public record WinRates(
    String snapshot, String evaluator, List<String> systems, List<List<Double>> rates) {}
