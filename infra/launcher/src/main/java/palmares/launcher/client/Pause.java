package palmares.launcher.client;

import java.time.Duration;

/// Waits before a call is tried again, or before a state is asked for again.
interface Pause {

  /// @param attempt how many have failed, from 1
  void before(int attempt, Duration length) throws InterruptedException;
}
