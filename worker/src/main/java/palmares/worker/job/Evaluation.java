package palmares.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.GivenLine;
import palmares.contract.work.Work.GoldLine;
import palmares.contract.work.Work.ScoreResult;
import palmares.scoring.evaluator.Evaluator;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.RewardModel;
import palmares.scoring.evaluator.RewardModel.Item;
import palmares.scoring.evaluator.Score;
import palmares.scoring.evaluator.Score.Cause;
import palmares.scoring.evaluator.Score.Scored;
import palmares.scoring.evaluator.Score.Unscored;
import palmares.worker.client.ApiException;

/// Runs a metric or a reward model over the responses of a job. A response that is missing or empty
/// is the candidate's gap and never reaches the evaluator.
final class Evaluation implements Stage {

  private final Evaluator evaluator;

  Evaluation(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// One result to be: a gap already known, or an item for the evaluator.
  private record Cell(int ordinal, int sample, Item item, boolean missing) {

    boolean isGap() {
      return missing || item.response().isEmpty();
    }

    Cause cause() {
      return missing ? Cause.MISSING : Cause.EMPTY;
    }
  }

  @Override
  public void work(Claim claim, JobDocuments documents, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    var given = responses(claim, documents);
    try (var lines = documents.lines(claim.inputs(), GoldLine.class)) {
      for (var chunk = lines.next(CHUNK); !chunk.isEmpty(); chunk = lines.next(CHUNK)) {
        evaluate(cells(chunk, given), results);
      }
    }
  }

  private static Map<Integer, List<GivenLine>> responses(Claim claim, JobDocuments documents)
      throws IOException, ApiException, InterruptedException {
    var sha256 = claim.responses();
    if (sha256 == null) {
      throw new IOException("a claim of the stage " + claim.stage() + " names no responses");
    }
    try (var lines = documents.lines(sha256, GivenLine.class)) {
      return lines.all().stream().collect(Collectors.groupingBy(GivenLine::ordinal));
    }
  }

  private static List<Cell> cells(List<GoldLine> chunk, Map<Integer, List<GivenLine>> given) {
    var cells = new ArrayList<Cell>();
    for (var line : chunk) {
      var example = ExampleLines.example(line);
      var gold = ExampleLines.gold(line);
      var samples = given.getOrDefault(line.ordinal(), List.of());
      for (var sample : samples) {
        var item = new Item(example, gold, new Response(sample.text()));
        cells.add(new Cell(line.ordinal(), sample.sample(), item, false));
      }
      if (samples.isEmpty()) {
        var nothing = new Item(example, gold, new Response(""));
        cells.add(new Cell(line.ordinal(), 0, nothing, true));
      }
    }
    return cells;
  }

  private void evaluate(List<Cell> cells, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    var items = cells.stream().filter(cell -> !cell.isGap()).map(Cell::item).toList();
    var scores = scores(items).iterator();
    for (var cell : cells) {
      var score = cell.isGap() ? new Unscored(cell.cause()) : scores.next();
      results.add(result(cell, score));
    }
  }

  private List<Score> scores(List<Item> items) throws EvaluatorException, InterruptedException {
    return switch (evaluator) {
      case Metric metric -> measured(metric, items);
      case RewardModel model -> rewarded(model, items);
    };
  }

  private static List<Score> measured(Metric metric, List<Item> items)
      throws EvaluatorException, InterruptedException {
    var scores = new ArrayList<Score>(items.size());
    for (var item : items) {
      var where = metric.key() + " on example " + item.example().id();
      scores.add(
          Guarded.call(where, () -> metric.score(item.example(), item.gold(), item.response())));
    }
    return scores;
  }

  private static List<Score> rewarded(RewardModel model, List<Item> items)
      throws EvaluatorException, InterruptedException {
    if (items.isEmpty()) {
      return List.of();
    }
    var where = model.key() + " on examples " + items.getFirst().example().id() + " and following";
    var rewards = Guarded.call(where, () -> model.rewards(items));
    if (rewards.size() != items.size()) {
      throw new EvaluatorException(
          where + " gave " + rewards.size() + " rewards to " + items.size() + " responses");
    }
    return rewards.stream().<Score>map(reward -> new Scored(reward.value())).toList();
  }

  private static ScoreResult result(Cell cell, Score score) {
    return switch (score) {
      case Scored(var value, var aspects) ->
          new ScoreResult(
              cell.ordinal(), cell.sample(), value, null, aspects.isEmpty() ? null : aspects);
      case Unscored(var cause) ->
          new ScoreResult(cell.ordinal(), cell.sample(), null, cause.name(), null);
    };
  }
}
