package palmares.web.operation;

import java.util.List;
import palmares.contract.operation.Operation.QueueStatus;
import palmares.contract.operation.Operation.WorkerStatus;
import palmares.web.page.Moment;
import palmares.web.page.Tone;

/// What operators are told of workers and waiting work.
final class OperatorWords {

  private OperatorWords() {}

  /// The page's answer, in a sentence.
  static String summary(List<WorkerStatus> workers, List<QueueStatus> queues) {
    long live = workers.stream().filter(each -> each.state().equals("live")).count();
    int waiting = queues.stream().mapToInt(QueueStatus::waiting).sum();
    int stranded =
        queues.stream().filter(each -> each.workers() == 0).mapToInt(QueueStatus::waiting).sum();
    var words = new StringBuilder();
    words.append(
        live == 0
            ? "No worker takes jobs"
            : live == 1 ? "1 worker takes jobs" : live + " workers take jobs");
    words.append(waiting == 0 ? ", and no job waits." : ", " + jobs(waiting) + " waiting");
    if (stranded > 0) {
      words.append(stranded == waiting ? ", for" : ", " + stranded + " of them for");
      words.append(" a worker that is not there");
    }
    return waiting == 0 ? words.toString() : words.append('.').toString();
  }

  private static String jobs(int count) {
    return count == 1 ? "1 job is" : count + " jobs are";
  }

  static String state(String state) {
    return switch (state) {
      case "live" -> "takes jobs";
      case "paused" -> "paused";
      case "draining" -> "finishes and leaves";
      default -> state;
    };
  }

  static Tone tone(String state) {
    return switch (state) {
      case "live" -> Tone.GOOD;
      case "paused", "draining" -> Tone.HERE;
      case "quarantined" -> Tone.LOOK;
      default -> Tone.QUIET;
    };
  }

  /// What the jobs of a kind wait for.
  static String waitsFor(QueueStatus queue) {
    if (queue.workers() == 0) {
      var since = queue.noWorkerSince();
      String nobody = "No worker for " + queue.offer() + " on " + queue.capability();
      return since == null
          ? nobody + " has ever been here. Start one that offers it."
          : nobody + " since " + Moment.words(since) + ".";
    }
    if (queue.waiting() == 0) {
      return "All of it is being worked on.";
    }
    if (queue.delayed() == queue.waiting()) {
      return "All of it waits for a later attempt, after a failure.";
    }
    return queue.busy() >= queue.slots()
        ? "Every slot is busy; the next one that is free takes on."
        : "Going on.";
  }

  /// Whose fault a failure was.
  static String fault(String failureClass) {
    return switch (failureClass) {
      case "candidate" -> "the system's own";
      case "evaluator" -> "the evaluator's";
      case "transient" -> "nobody's: it did not pass in time";
      case "worker" -> "the worker's";
      default -> failureClass;
    };
  }
}
