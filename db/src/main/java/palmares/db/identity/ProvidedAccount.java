package palmares.db.identity;

import java.util.UUID;

/// An account that an identity provider vouches for.
///
/// @param role that the provider's last token gave
public record ProvidedAccount(UUID id, String name, String role, boolean disabled) {}
