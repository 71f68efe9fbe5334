package palmares.api.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palmares.contract.operation.Operation.Doctor;
import palmares.db.job.OpenWork;
import palmares.db.job.Worker;

/// What operators watch, in the text format of Prometheus.
final class Meters {

  private static final List<String> WORKER_STATES =
      List.of("live", "paused", "draining", "quarantined", "gone");

  private final StringBuilder text = new StringBuilder();

  /// A check that finds nothing is there with 0, so that an alert can tell it from one that is
  /// gone.
  void doctor(Doctor doctor) {
    head("palmares_doctor_violations", "What contradicts the invariants; all 0 is healthy.");
    doctor
        .checks()
        .forEach((check, count) -> line("palmares_doctor_violations", count, "check", check));
  }

  void queues(List<OpenWork> queues, Instant now) {
    head("palmares_jobs", "Jobs that have not ended, by what they need.");
    for (var each : queues) {
      jobs(each, "waiting", each.waiting());
      jobs(each, "dispatched", each.dispatched());
      jobs(each, "claimed", each.claimed());
    }
    head("palmares_oldest_job_seconds", "Age of the oldest job that has not ended.");
    for (var each : queues) {
      var age = Duration.between(each.oldest(), now).toSeconds();
      line(
          "palmares_oldest_job_seconds",
          age,
          "capability",
          each.capability(),
          "offer",
          each.offer());
    }
    head("palmares_job_workers", "Live workers that could do these jobs; 0 is a job nobody does.");
    for (var each : queues) {
      line(
          "palmares_job_workers",
          each.workers(),
          "capability",
          each.capability(),
          "offer",
          each.offer());
    }
  }

  private void jobs(OpenWork queue, String state, long count) {
    line(
        "palmares_jobs",
        count,
        "capability",
        queue.capability(),
        "offer",
        queue.offer(),
        "state",
        state);
  }

  void workers(List<Worker> workers) {
    head("palmares_workers", "Workers that were heard of lately, by their state.");
    for (var state : WORKER_STATES) {
      var count = workers.stream().filter(worker -> worker.state().equals(state)).count();
      line("palmares_workers", count, "state", state);
    }
    head("palmares_worker_slots", "Slots of live workers.");
    line("palmares_worker_slots", sum(workers, Worker::slots));
    head("palmares_worker_slots_busy", "Slots of live workers that are taken.");
    line("palmares_worker_slots_busy", sum(workers, Worker::busy));
  }

  private static long sum(List<Worker> workers, ToIntFunction<Worker> number) {
    return workers.stream().filter(Worker::isLive).mapToInt(number).sum();
  }

  String text() {
    return text.toString();
  }

  private void head(String name, String help) {
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
  }

  /// @param labels names and values in turn
  private void line(String name, long value, String... labels) {
    var pairs =
        Stream.iterate(0, i -> i < labels.length, i -> i + 2)
            .map(i -> "%s=\"%s\"".formatted(labels[i], escaped(labels[i + 1])))
            .collect(Collectors.joining(","));
    text.append(name).append(pairs.isEmpty() ? "" : "{" + pairs + "}");
    text.append(' ').append(value).append('\n');
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
