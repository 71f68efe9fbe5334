package palmares.planted.scoring.metric;

final class StartsThread {
  void start() {
    Thread.ofVirtual().start(() -> {});
  }
}
