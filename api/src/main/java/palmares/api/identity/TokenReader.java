package palmares.api.identity;

import java.util.Optional;

/// Knows one form of bearer token. The filter asks each reader in turn, so that tokens of an
/// identity provider can stand beside our own.
public interface TokenReader {

  /// The caller, or empty if this reader does not know the token or it is not valid any more.
  Optional<Caller> read(String token);
}
