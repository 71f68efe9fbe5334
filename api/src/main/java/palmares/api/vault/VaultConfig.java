package palmares.api.vault;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the master keys are. With neither, a key is made beside the blobs.
///
/// @param key the keys themselves, in Base64 and separated by commas, the one to seal with first
/// @param keyFile a file with one key a line, the one to seal with first
@ConfigurationProperties("palmares.vault")
record VaultConfig(@Nullable String key, @Nullable Path keyFile) {

  VaultConfig {
    if (key != null && keyFile != null) {
      throw new IllegalArgumentException(
          "palmares.vault.key and palmares.vault.key-file exclude each other; file: " + keyFile);
    }
  }

  /// Leaves the keys out.
  @Override
  public String toString() {
    return "VaultConfig[keyFile=" + keyFile + "]";
  }
}
