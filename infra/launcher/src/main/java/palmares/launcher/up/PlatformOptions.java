package palmares.launcher.up;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.launcher.embedded.DataDirectory;
import palmares.launcher.role.SignInSettings;

/// How to start a platform.
///
/// @param data held by the caller, who also gives it back
/// @param port of the public origin on loopback; it has to be free
/// @param slots jobs that its worker does at a time
/// @param embeddingThreads of its worker
/// @param signIn the realm that people sign in at; absent for accounts of the platform's own alone
/// @param lease how long a job is left alone with a worker that says nothing
public record PlatformOptions(
    DataDirectory data,
    int port,
    int slots,
    int embeddingThreads,
    @Nullable SignInSettings signIn,
    Duration lease) {

  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(15);

  public PlatformOptions {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port must be in 1..65535: " + port);
    }
  }

  /// One worker of two slots, with as many embedding threads as there are cores, up to four.
  public static PlatformOptions of(DataDirectory data, int port) {
    var cores = Runtime.getRuntime().availableProcessors();
    return new PlatformOptions(data, port, 2, Math.min(4, cores), null, DEFAULT_LEASE);
  }

  public PlatformOptions withLease(Duration other) {
    return new PlatformOptions(data, port, slots, embeddingThreads, signIn, other);
  }

  public PlatformOptions withSignIn(SignInSettings other) {
    return new PlatformOptions(data, port, slots, embeddingThreads, other, lease);
  }
}
