package palmares.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;

/// Where uploads and documents are kept: one directory that all replicas share.
@ConfigurationProperties("palmares.blobs")
public record BlobSettings(Path directory) {}
