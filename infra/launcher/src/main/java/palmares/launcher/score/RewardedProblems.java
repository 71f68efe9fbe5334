package palmares.launcher.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.reward.RightAmongWrong.Problem;
import palmares.scoring.reward.StepAggregation;

/// The problems in a JSON Lines file of RewardMATH.
record RewardedProblems(StepAggregation steps) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// @throws CommandFailure naming the line and what was expected
  static List<Problem> read(Path path, StepAggregation steps) {
    var reader = new RewardedProblems(steps);
    var problems = new ArrayList<Problem>();
    var line = 0;
    for (var text : lines(path)) {
      line++;
      try {
        problems.add(reader.problem(JSON.readTree(text)));
      } catch (JsonProcessingException e) {
        throw CommandFailure.badInput("%s:%d: not JSON".formatted(path, line), e);
      } catch (IllegalArgumentException e) {
        throw CommandFailure.badInput("%s:%d: %s".formatted(path, line, e.getMessage()), e);
      }
    }
    if (problems.isEmpty()) {
      throw CommandFailure.badInput(path + " has no problems");
    }
    return problems;
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private Problem problem(JsonNode line) {
    var score = line.path("score");
    if (!score.isArray() || score.isEmpty()) {
      throw new IllegalArgumentException("score must be a list of one solution or more");
    }
    if (line.has("chosen_position")) {
      return verdicts(score, line.path("chosen_position"));
    }
    var rewards =
        StreamSupport.stream(score.spliterator(), false).mapToDouble(this::reward).toArray();
    var chosen = line.path("chosen").path(0);
    if (!chosen.isInt() || chosen.asInt() < 0 || chosen.asInt() >= rewards.length) {
      throw new IllegalArgumentException(
          "chosen must be the place of one of %d solutions: %s"
              .formatted(rewards.length, line.path("chosen")));
    }
    var right = chosen.asInt();
    return Problem.ofRewards(
        rewards[right],
        IntStream.range(0, rewards.length)
            .filter(k -> k != right)
            .mapToDouble(k -> rewards[k])
            .toArray());
  }

  private double reward(JsonNode solution) {
    if (solution.isArray()) {
      return steps.of(
          StreamSupport.stream(solution.spliterator(), false)
              .mapToDouble(RewardedProblems::number)
              .toArray());
    }
    return number(solution);
  }

  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException("a reward must be a number: " + node);
    }
    return node.asDouble();
  }

  /// Wrong solutions that the right one did not win against stand above it.
  private static Problem verdicts(JsonNode winners, JsonNode positions) {
    if (positions.size() != winners.size()) {
      throw new IllegalArgumentException(
          "%d verdicts need as many of chosen_position: %d"
              .formatted(winners.size(), positions.size()));
    }
    var lost =
        IntStream.range(0, winners.size())
            .filter(k -> !winners.get(k).equals(positions.get(k)))
            .count();
    return new Problem((int) lost, 0);
  }
}
