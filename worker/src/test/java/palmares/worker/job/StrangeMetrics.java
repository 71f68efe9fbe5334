package palmares.worker.job;

import com.google.auto.service.AutoService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// Metrics that do what a metric should not do.
public final class StrangeMetrics {

  private StrangeMetrics() {}

  private interface Strange extends Metric {

    @Override
    default int version() {
      return 1;
    }

    @Override
    default double floor() {
      return 0;
    }

    @Override
    default double ceiling() {
      return 1;
    }
  }

  @AutoService(Metric.class)
  public static final class Explodes implements Strange {

    @Override
    public String id() {
      return "explodes";
    }

    @Override
    public Score score(Example example, Gold gold, Response response) {
      throw new IllegalArgumentException("gold lacks a reference");
    }
  }

  @AutoService(Metric.class)
  public static final class Recurses implements Strange {

    @Override
    public String id() {
      return "recurses";
    }

    @Override
    public Score score(Example example, Gold gold, Response response) {
      return score(example, gold, response);
    }
  }

  @AutoService(Metric.class)
  public static final class ExhaustsMemory implements Strange {

    @Override
    public String id() {
      return "exhausts-memory";
    }

    @Override
    public Score score(Example example, Gold gold, Response response) {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  /// Gives no score before it is allowed to.
  @AutoService(Metric.class)
  public static final class Waits implements Strange {

    static final AtomicReference<CountDownLatch> ALLOWED =
        new AtomicReference<>(new CountDownLatch(1));
    static final AtomicReference<CountDownLatch> BEGUN =
        new AtomicReference<>(new CountDownLatch(1));

    static void arm() {
      ALLOWED.set(new CountDownLatch(1));
      BEGUN.set(new CountDownLatch(1));
    }

    @Override
    public String id() {
      return "waits";
    }

    @Override
    public Score score(Example example, Gold gold, Response response) {
      BEGUN.get().countDown();
      try {
        ALLOWED.get().await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.util.concurrent.CancellationException("interrupted");
      }
      return new Score.Scored(1);
    }
  }
}
