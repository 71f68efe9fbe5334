package palmares.scoring.metric;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// F1 of the tokens that response and reference share, the greatest over the references, after the
/// normalisation of SQuAD v1.1: lower case, no ASCII punctuation, no articles, single spaces. As in
/// its script `evaluate-v1.1.py`, texts without a common token have 0, two empty ones too.
@AutoService(Metric.class)
public final class TokenF1 implements Metric {

  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

  // Python's \b looks at letters and numbers of all scripts, and at no marks; Java's does
  // otherwise.
  private static final Pattern ARTICLE =
      Pattern.compile("(?<![\\p{L}\\p{N}_])(?:an|a|the)(?![\\p{L}\\p{N}_])");

  // What Python's str.split() takes as white space.
  private static final Pattern SPACE = Pattern.compile("[\\s\\x1c-\\x1f\\x85\\p{Z}]+");

  @Override
  public String id() {
    return "token-f1";
  }

  @Override
  public String summary() {
    return "the tokens that response and reference share (F1), as SQuAD counts them";
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

  static List<String> tokens(String text) {
    var bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    var withoutArticles = ARTICLE.matcher(bare).replaceAll(" ");
    return Arrays.stream(SPACE.split(withoutArticles)).filter(token -> !token.isEmpty()).toList();
  }

  private static double f1(List<String> response, List<String> reference) {
    var left = new HashMap<String, Integer>();
    reference.forEach(token -> left.merge(token, 1, Integer::sum));
    var common = 0;
    for (var token : response) {
      if (left.merge(token, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return F1.of(common, response.size(), reference.size());
  }
}
