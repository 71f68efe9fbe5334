package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It rains. It pours!                | 2",
        "no mark at the end                 | 1",
        "It costs 3.50 at shop.example now. | 1",
        "Really?! Yes...  Good              | 3",
        "He said: \"Come in.\" They came.   | 2",
        "(It rained.) It poured.            | 2",
        "Dr. Ames came.                     | 2", // the rule knows no abbreviations
        "'...'                              | 0",
        "'- ! ?'                            | 0",
        "''                                 | 0",
        "下雨了。真的？是！                   | 3",
        "Wait… what                         | 2",
      })
  void marksWithWhatFollowsEndASentence(String text, int expected) {
    assertThat(Sentences.count(text)).isEqualTo(expected);
  }
}
