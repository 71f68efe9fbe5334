package palmares.worker.job;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.GivenLine;
import palmares.contract.work.Work.GoldLine;
import palmares.contract.work.Work.PreferenceResult;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.evaluator.Preference;
import palmares.scoring.evaluator.Preference.Abstained;
import palmares.scoring.evaluator.Preference.Preferred;
import palmares.scoring.evaluator.Response;
import palmares.worker.client.ApiException;
import palmares.worker.job.Portions.Given;

/// Shows a judge the responses of two runs to each example of a job, in both orders. A gap never
/// reaches the judge: it loses to a response that is there.
final class Judgment implements Stage {

  /// Examples whose pairs are held at a time: of the longest responses they are 16 MiB.
  private static final int PAIRS = 16;

  private final PairwiseJudge judge;

  Judgment(PairwiseJudge judge) {
    this.judge = judge;
  }

  @Override
  public void work(Claim claim, JobDocuments documents, ResultBatches results)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    try (var lines = documents.lines(claim.inputs(), GoldLine.class)) {
      for (var chunk = lines.next(PAIRS); !chunk.isEmpty(); chunk = lines.next(PAIRS)) {
        var ordinals = chunk.stream().map(GoldLine::ordinal).collect(Collectors.toSet());
        var left = given(documents, named(claim, claim.responses()), ordinals);
        var right = given(documents, named(claim, claim.against()), ordinals);
        for (var line : chunk) {
          var missing = Given.missing(line.ordinal());
          var one = left.getOrDefault(line.ordinal(), missing);
          var other = right.getOrDefault(line.ordinal(), missing);
          results.add(result(line.ordinal(), 1, prefer(line, one, other)));
          results.add(result(line.ordinal(), 2, prefer(line, other, one)));
        }
      }
    }
  }

  private static String named(Claim claim, @Nullable String sha256) throws IOException {
    if (sha256 == null) {
      throw new IOException("a claim of the stage " + claim.stage() + " names no two responses");
    }
    return sha256;
  }

  /// The first sample of each response.
  private static Map<Integer, Given> given(
      JobDocuments documents, String sha256, Set<Integer> ordinals)
      throws IOException, ApiException, InterruptedException {
    var given = new HashMap<Integer, Given>();
    try (var lines = documents.lines(sha256, GivenLine.class, ordinals::contains)) {
      for (var line = lines.next(1); !line.isEmpty(); line = lines.next(1)) {
        if (line.getFirst().sample() == 0) {
          given.put(line.getFirst().ordinal(), Given.of(line.getFirst()));
        }
      }
    }
    return given;
  }

  private Preference prefer(GoldLine line, Given first, Given second)
      throws EvaluatorException, InterruptedException {
    if (first.gap() != null || second.gap() != null) {
      return Preference.ofGaps(first.gap(), second.gap());
    }
    return Guarded.call(
        judge.key() + " on example " + line.id(),
        () ->
            judge.prefer(
                ExampleLines.example(line),
                ExampleLines.gold(line),
                new Response(first.text()),
                new Response(second.text())));
  }

  private static PreferenceResult result(int ordinal, int leftShown, Preference preference) {
    return switch (preference) {
      case Preferred(var first, var label) ->
          new PreferenceResult(ordinal, leftShown, leftShown == 1 ? first : 1 - first, null, label);
      case Abstained(var cause) ->
          new PreferenceResult(ordinal, leftShown, null, cause.name(), null);
    };
  }
}
