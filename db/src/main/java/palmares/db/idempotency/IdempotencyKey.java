package palmares.db.idempotency;

import java.util.UUID;
import palmares.db.Sha256;

/// What a repeat is known by.
///
/// @param fingerprint of everything that was sent under the key
public record IdempotencyKey(
    UUID account, String method, String route, String key, Sha256 fingerprint) {}
