package palmares.scoring.metric;

import com.google.auto.service.AutoService;
import java.util.Locale;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// 1 if the response contains a reference, else 0. Case is ignored, and so is white space at both
/// ends of the reference. A response that copies everything reaches the top: read it beside length.
@AutoService(Metric.class)
public final class Contains implements Metric {

  @Override
  public String id() {
    return "contains";
  }

  @Override
  public String summary() {
    return "1 if the response contains a reference, else 0";
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
    var text = response.text().toLowerCase(Locale.ROOT);
    return BestReference.score(
        this,
        example,
        gold,
        reference -> text.contains(reference.strip().toLowerCase(Locale.ROOT)) ? 1 : 0);
  }
}
