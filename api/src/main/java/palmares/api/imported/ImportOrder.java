package palmares.api.imported;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Placement;
import palmares.api.identity.Caller;
import palmares.db.blob.Spool;

/// Who imports, and where to, whatever the kind of file.
///
/// @param placement whose systems they become, and whose benchmark if it is new
/// @param length bytes that will come, where the sender says
record ImportOrder(
    Caller.Person person,
    Placement placement,
    String benchmark,
    boolean dryRun,
    OptionalLong length) {

  /// @param source what was sent
  /// @param parts of the digest, beside the kind and the benchmark
  Importing.Wanted wanted(
      String kind, String mediaType, Spool source, List<@Nullable String> parts) {
    return new Importing.Wanted(
        person,
        placement,
        kind,
        benchmark,
        Importing.digest(kind, benchmark, parts),
        source,
        mediaType,
        dryRun);
  }
}
