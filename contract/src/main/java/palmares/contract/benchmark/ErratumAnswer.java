package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The answer to `POST /benchmarks/{name}/versions/{version}/errata?check=true|false`.
///
/// @param revision of the gold: the published one is 1
/// @param examples whose gold becomes another
/// @param submissions that are scored again
/// @param lacking submissions that are not, because some of their responses are missing by our own
///   fault
/// @param boards titles of the leaderboards that go over to the revision
/// @param created false for a dry run
@Serdeable
public record ErratumAnswer(
    String name,
    String version,
    int revision,
    int examples,
    int submissions,
    int lacking,
    List<String> boards,
    boolean created) {}
