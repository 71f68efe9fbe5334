package palmares.api.vault;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import palmares.api.BlobSettings;

/// Opens the vault with the keys that the operator gives, or with one made beside the blobs.
@Factory
final class MasterKeys {

  static final String FILE = "master.key";

  @Singleton
  Vault vault(VaultConfig config, BlobSettings blobs) {
    return new Vault(keys(config, blobs.directory()));
  }

  private static List<MasterKey> keys(VaultConfig config, Path blobs) {
    if (config.key() != null) {
      return KeyFile.parse("palmares.vault.key", List.of(config.key().split(",")));
    }
    var given = config.keyFile();
    // Beside them and not among them: whoever copies the blobs away must not take the key along.
    return given == null
        ? KeyFile.readOrCreate(blobs.toAbsolutePath().resolveSibling(FILE))
        : KeyFile.read(given);
  }
}
