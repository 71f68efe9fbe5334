package palmares.worker.job;

/// An evaluator or built-in system failed by itself; trying elsewhere would not help.
final class EvaluatorException extends Exception {

  EvaluatorException(String message, Throwable cause) {
    super(message, cause);
  }

  EvaluatorException(String message) {
    super(message);
  }
}
