package palmares.scoring.metric;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// F1 of the longest common subsequence of tokens, the greatest over the references: `rougeL` of
/// the rouge-score package without its stemmer. Tokens are runs of `a-z` and `0-9` in lower case,
/// so a text in another script has none, and 0.
@AutoService(Metric.class)
public final class RougeL implements Metric {

  private static final Pattern TOKEN = Pattern.compile("[a-z0-9]+");

  @Override
  public String id() {
    return "rouge-l";
  }

  @Override
  public String summary() {
    return "the longest common subsequence of tokens of response and reference (F1)";
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
    var tokens = tokens(response.text());
    return BestReference.score(this, example, gold, reference -> f1(tokens, tokens(reference)));
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static double f1(List<String> response, List<String> reference) {
    var common = CommonSubsequence.length(response, reference);
    return F1.of(common, response.size(), reference.size());
  }
}
