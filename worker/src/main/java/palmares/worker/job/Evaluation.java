package palmares.worker.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.GivenLine;
import palmares.contract.work.Work.GoldLine;
import palmares.contract.work.Work.ScoreResult;
import palmares.scoring.evaluator.Evaluator;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.RewardModel;
import palmares.scoring.evaluator.RewardModel.Item;
import palmares.scoring.evaluator.Score;
import palmares.scoring.evaluator.Score.Scored;
import palmares.scoring.evaluator.Score.Unscored;
import palmares.worker.client.ApiException;
import palmares.worker.job.Portions.Given;

/// Runs a metric or a reward model over the responses of a job. A response that is missing, empty
/// or longer than [palmares.contract.work.Work#LONGEST_EVALUATED] is the candidate's gap and never
/// reaches the evaluator.
final class Evaluation implements Stage {

  private final Evaluator evaluator;

  Evaluation(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// One result to be: a gap already known, or an item for the evaluator.
  private record Cell(Given given, Item item) {}

  @Override
  public void work(Claim claim, JobDocuments documents, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    var sha256 = claim.responses();
    if (sha256 == null) {
      throw new IOException("a claim of the stage " + claim.stage() + " names no responses");
    }
    try (var lines = documents.lines(sha256, GivenLine.class)) {
      var portions = new Portions(lines);
      for (var portion = portions.next(); !portion.isEmpty(); portion = portions.next()) {
        var given = portion;
        evaluate(claim, documents, results, ordinal -> given.getOrDefault(ordinal, List.of()));
      }
      if (portions.examples() < documents.examples()) {
        IntFunction<List<Given>> missing =
            ordinal -> portions.hadOne(ordinal) ? List.of() : List.of(Given.missing(ordinal));
        evaluate(claim, documents, results, missing);
      }
    }
  }

  /// @param given what is evaluated, by ordinal
  private void evaluate(
      Claim claim, JobDocuments documents, ResultBatches results, IntFunction<List<Given>> given)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    try (var lines = documents.lines(claim.inputs(), GoldLine.class)) {
      for (var chunk = lines.next(CHUNK); !chunk.isEmpty(); chunk = lines.next(CHUNK)) {
        evaluate(cells(chunk, given), results);
      }
    }
  }

  private static List<Cell> cells(List<GoldLine> chunk, IntFunction<List<Given>> given) {
    var cells = new ArrayList<Cell>();
    for (var line : chunk) {
      for (var each : given.apply(line.ordinal())) {
        var response = new Response(each.text());
        cells.add(
            new Cell(
                each, new Item(ExampleLines.example(line), ExampleLines.gold(line), response)));
      }
    }
    return cells;
  }

  private void evaluate(List<Cell> cells, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    var items = cells.stream().filter(cell -> cell.given().gap() == null).map(Cell::item).toList();
    var scores = scores(items).iterator();
    for (var cell : cells) {
      var gap = cell.given().gap();
      results.add(result(cell.given(), gap == null ? scores.next() : new Unscored(gap)));
    }
  }

  private List<Score> scores(List<Item> items) throws EvaluatorException, InterruptedException {
    return switch (evaluator) {
      case Metric metric -> measured(metric, items);
      case RewardModel model -> rewarded(model, items);
      case PairwiseJudge judge ->
          throw new EvaluatorException(judge.key() + " judges pairs, not single responses");
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

  private static ScoreResult result(Given given, Score score) {
    return switch (score) {
      case Scored(var value, var aspects) ->
          new ScoreResult(
              given.ordinal(), given.sample(), value, null, aspects.isEmpty() ? null : aspects);
      case Unscored(var cause) ->
          new ScoreResult(given.ordinal(), given.sample(), null, cause.name(), null);
    };
  }
}
