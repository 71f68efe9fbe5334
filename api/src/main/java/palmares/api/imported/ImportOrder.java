package palmares.api.imported;

import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Placement;
import palmares.api.identity.Caller;
import palmares.api.upload.UploadGate.Admission;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.blob.Spool;
import palmares.db.idempotency.IdempotencyKey;

/// Who imports, and where to, whatever the kind of file.
///
/// @param placement whose systems they become, and whose benchmark if it is new
/// @param admission that holds the room for what is sent
/// @param key that the request may come again under
/// @param route it came to
record ImportOrder(
    Caller.Person person,
    Placement placement,
    String benchmark,
    boolean dryRun,
    Admission admission,
    @Nullable String key,
    String route) {

  /// @param source what was sent
  /// @param parts of the digest, beside the kind and the benchmark
  /// @param asked what makes it another request beside them, though not another content
  Importing.Wanted wanted(
      String kind,
      String mediaType,
      Spool source,
      List<@Nullable String> parts,
      List<String> asked) {
    var digest = Importing.digest(kind, benchmark, parts);
    return new Importing.Wanted(
        person,
        placement,
        kind,
        benchmark,
        digest,
        source,
        mediaType,
        dryRun,
        key == null || dryRun ? null : keyOf(key, digest, asked));
  }

  private IdempotencyKey keyOf(String text, Sha256 digest, List<String> asked) {
    var all =
        List.of(digest.hex(), placement.team().id().toString(), placement.visibility(), asked);
    return new IdempotencyKey(person.account(), "POST", route, text, Json.digest(all));
  }
}
