package palmares.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// Where the api listens and how much it takes.
///
/// @param host loopback unless told otherwise
/// @param port 0 takes a free one
/// @param maxUpload bytes of one upload, as it is sent and unpacked
/// @param uploadRoom bytes of all uploads under way; 0 where only the disk limits them
@ConfigurationProperties("palmares.api")
public record ApiConfig(
    @Bindable(defaultValue = "127.0.0.1") String host,
    @Bindable(defaultValue = "8090") int port,
    @Bindable(defaultValue = "8589934592") long maxUpload,
    @Bindable(defaultValue = "0") long uploadRoom) {

  public ApiConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("palmares.api.port must be in 0..65535: " + port);
    }
    if (maxUpload < 1) {
      throw new IllegalArgumentException(
          "palmares.api.max-upload must be at least 1 byte: " + maxUpload);
    }
    if (uploadRoom != 0 && uploadRoom < maxUpload) {
      throw new IllegalArgumentException(
          "palmares.api.upload-room must be 0 or at least max-upload, which is %d: %d"
              .formatted(maxUpload, uploadRoom));
    }
  }
}
