package road;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import palmares.contract.work.JobAvailable;
import palmares.worker.intake.Broker;
import palmares.worker.intake.Hints;
import palmares.worker.intake.JobIntake;

/// A worker whose jobs all take the same time and no processor, as calls to a model elsewhere do.
/// It takes hints from the broker as any worker does.
final class PatientWorker implements Hints, AutoCloseable {

  private final BenchWorker worker;
  private final Duration time;
  private final Semaphore slots;
  private final ExecutorService threads;
  private final JobIntake intake;

  private PatientWorker(Platform platform, BenchWorker worker, int slots, Duration time) {
    this.worker = worker;
    this.time = time;
    this.slots = new Semaphore(slots);
    this.threads = Executors.newFixedThreadPool(slots);
    var rabbit = platform.deployment().rabbit();
    var broker = new Broker(rabbit.address(), rabbit.worker().user(), rabbit.worker().password());
    this.intake = new JobIntake(broker, "patient", List.of("cpu"), this);
  }

  static PatientWorker start(Platform platform, List<String> metrics, int slots, Duration time)
      throws Exception {
    var worker = BenchWorker.register(platform, "patient", metrics, slots);
    var patient = new PatientWorker(platform, worker, slots, time);
    patient.intake.start();
    return patient;
  }

  @Override
  public boolean awaitRoom(Duration atMost) throws InterruptedException {
    if (slots.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      slots.release();
      return true;
    }
    return false;
  }

  @Override
  public boolean take(JobAvailable hint) throws InterruptedException {
    if (!slots.tryAcquire()) {
      return false;
    }
    try {
      var claim = worker.claim(hint.job());
      threads.execute(() -> work(claim));
    } catch (IOException e) {
      slots.release(); // it is cancelled, or another's
    }
    return true;
  }

  private void work(BenchWorker.Claimed claim) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      worker.finish(claim);
    } catch (IOException e) {
      System.err.println("a job could not be finished: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      slots.release();
    }
  }

  @Override
  public void close() throws Exception {
    intake.stop();
    threads.shutdown();
    threads.awaitTermination(10, TimeUnit.SECONDS);
    worker.close();
  }
}
