package palmares.launcher.up;

import java.time.Duration;

/// Is told how the start of a platform goes on. Parts start side by side, so calls come from
/// several threads.
public interface PlatformListener {

  void ready(Part part, Duration took);

  /// The secret of the first sign-in as `admin`, as long as nobody has done that: for the terminal
  /// and nothing that is kept.
  void oneTimeSecret(String secret);
}
