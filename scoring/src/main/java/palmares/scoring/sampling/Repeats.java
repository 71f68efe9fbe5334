package palmares.scoring.sampling;

import java.util.HashMap;
import java.util.List;

/// What a system reaches when it answers each question several times, from pessimist to optimist;
/// each is a share of the questions.
///
/// Source: AGIBench (F. Tang et al. 2023); repeatability is our reading of it.
///
/// @param average of the shares of right answers
/// @param worst all answers are right
/// @param best one answer or more is right
/// @param majority the most frequent answer is right; of several equally frequent ones each counts
///   its part
/// @param repeatability mean share of the most frequent answer
public record Repeats(
    double average, double worst, double best, double majority, double repeatability) {

  /// One question.
  ///
  /// @param answers one or more
  public record Question(String right, List<String> answers) {
    public Question {
      answers = List.copyOf(answers);
      if (answers.isEmpty()) {
        throw new IllegalArgumentException("a question needs one answer or more: '" + right + "'");
      }
    }

    private double share() {
      return (double) answers.stream().filter(right::equals).count() / answers.size();
    }

    private Mode mode() {
      var counts = new HashMap<String, Integer>();
      answers.forEach(answer -> counts.merge(answer, 1, Integer::sum));
      var most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      var modes = counts.values().stream().filter(count -> count == most).count();
      var isRight = counts.getOrDefault(right, 0) == most;
      return new Mode(isRight ? 1.0 / modes : 0, (double) most / answers.size());
    }
  }

  private record Mode(double right, double share) {}

  /// @throws IllegalArgumentException if there is no question
  public static Repeats of(List<Question> questions) {
    if (questions.isEmpty()) {
      throw new IllegalArgumentException("there is no question");
    }
    var size = (double) questions.size();
    return new Repeats(
        questions.stream().mapToDouble(Question::share).sum() / size,
        questions.stream().filter(question -> question.share() == 1).count() / size,
        questions.stream().filter(question -> question.share() > 0).count() / size,
        questions.stream().mapToDouble(question -> question.mode().right()).sum() / size,
        questions.stream().mapToDouble(question -> question.mode().share()).sum() / size);
  }
}
