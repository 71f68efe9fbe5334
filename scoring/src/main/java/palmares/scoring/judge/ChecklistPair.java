package palmares.scoring.judge;

import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.evaluator.Preference;
import palmares.scoring.evaluator.Preference.Preferred;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score.Cause;
import palmares.scoring.evaluator.Score.Scored;
import palmares.scoring.evaluator.Score.Unscored;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.metric.Checklist;

/// The response that keeps more of the example's checklist, by weight, wins; equal ones tie. Judged
/// by the rules of the metric [Checklist]: nobody reads the responses.
///
/// A text on which a rule cannot be followed to its end has no score there, and counts as a gap.
@AutoService(PairwiseJudge.class)
public final class ChecklistPair implements PairwiseJudge {

  private final Checklist checklist = new Checklist();

  @Override
  public String id() {
    return "checklist-pair";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "judged by rules: whichever response passes more of the checklist wins";
  }

  @Override
  public Preference prefer(Example example, Gold gold, Response first, Response second) {
    var a = kept(example, gold, first);
    var b = kept(example, gold, second);
    if (a.cause() != null || b.cause() != null) {
      return Preference.ofGaps(a.cause(), b.cause());
    }
    var order = Double.compare(a.value(), b.value());
    return new Preferred((1 + order) / 2.0, order == 0 ? "tie" : order > 0 ? "first" : "second");
  }

  private record Kept(double value, @Nullable Cause cause) {}

  private Kept kept(Example example, Gold gold, Response response) {
    return switch (checklist.score(example, gold, response)) {
      case Scored(var value, var aspects) -> new Kept(value, null);
      case Unscored(var cause) -> new Kept(0, cause);
    };
  }
}
