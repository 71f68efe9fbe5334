package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.metric.Samples.references;
import static palmares.scoring.metric.Samples.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The expected values are those of `f1_score` and `normalize_answer` of SQuAD's
/// `evaluate-v1.1.py`.
class TokenF1Test {

  private final TokenF1 metric = new TokenF1();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the cat sat          | A cat sat down.         | 0.8", // p 2/3, r 2/2
        "cat sat on the mat   | the mat                 | 0.4", // tokens cat sat on mat, r 1, p 1/4
        "a a a                | the an                  | 0", // both empty after normalisation
        "'!!!'                | '!!!'                   | 0", // equal, and yet no token
        "yes yes yes          | yes                     | 0.5", // counted as a bag: p 1/3, r 1
        "New-York             | newyork                 | 1", // punctuation goes, nothing comes
        "theatre              | atre                    | 0", // articles are whole words
        "the-cat              | cat                     | 0", // punctuation first: thecat
      })
  void tokensAreComparedAsTheScriptDoes(String response, String reference, double expected) {
    assertThat(value(metric, references(reference), response)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void theClosestReferenceCounts() {
    // tokens of the response: it has 112 steps; p 2/4, r 2/2 against the second reference
    assertThat(value(metric, references("a dozen", "112 steps"), "It has 112 steps."))
        .isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void onlyAsciiPunctuationGoes() {
    assertThat(TokenF1.tokens("“It’s”, she said…")).containsExactly("“it’s”", "she", "said…");
  }

  @Test
  void articlesAndSpacesAreThoseOfUnicode() {
    // Python: re.sub(r'\b(a|an|the)\b', ' ', 'à a\u00a0b\u3000the\x1cçan an') and split()
    assertThat(TokenF1.tokens("à a\u00a0b\u3000the\u001cçan an")).containsExactly("à", "b", "çan");
  }
}
