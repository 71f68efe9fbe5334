package palmares.launcher.demo;

/// A worker in a process of its own, there to be killed.
interface SecondWorker {

  /// As the platform lists it.
  String name();

  boolean isAlive();

  /// Halts it where it is, until it is resumed or killed.
  void freeze();

  void resume();

  /// `kill -9`: it cannot say goodbye.
  void kill();
}
