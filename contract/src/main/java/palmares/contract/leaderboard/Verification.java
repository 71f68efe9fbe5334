package palmares.contract.leaderboard;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What came of rebuilding a snapshot from stored evidence.
///
/// @param equal everything the snapshot says is the same, fractions within 1e-9
/// @param differences what differs, in words, at most 100
@Serdeable
public record Verification(
    String snapshot, boolean equal, double largestDifference, List<String> differences) {}
