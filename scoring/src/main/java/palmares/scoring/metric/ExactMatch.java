package palmares.scoring.metric;

import com.google.auto.service.AutoService;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// 1 if the response equals a reference, else 0. White space at both ends is left out and nothing
/// else is made alike: case, punctuation and the form of Unicode count.
@AutoService(Metric.class)
public final class ExactMatch implements Metric {

  @Override
  public String id() {
    return "exact-match";
  }

  @Override
  public String summary() {
    return "1 if the response equals a reference, else 0";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public double floor() {
    return 0;
  }

  @Override
  public double ceiling() {
    return 1;
  }

  @Override
  public Score score(Example example, Gold gold, Response response) {
    var text = response.text().strip();
    return BestReference.score(
        this, example, gold, reference -> text.equals(reference.strip()) ? 1 : 0);
  }
}
