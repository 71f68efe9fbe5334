package palmares.scoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;

class PassAtKTest {

  /// small_formulas/expected.json: rows of n, c, k and the value of HELM's formula.
  @Test
  void equalsHelm() {
    var text = ReferenceData.text("small_formulas/expected.json");
    var rows =
        Pattern.compile("\\[\\s*(\\d+),\\s*(\\d+),\\s*(\\d+),\\s*([0-9.e-]+)\\s*\\]")
            .matcher(text)
            .results()
            .toList();

    assertThat(rows).hasSizeGreaterThan(30);
    for (var row : rows) {
      var value =
          PassAtK.of(
              Integer.parseInt(row.group(1)),
              Integer.parseInt(row.group(2)),
              Integer.parseInt(row.group(3)));
      Verdict.one("small_formulas", "pass@k", 1e-14, value, Double.parseDouble(row.group(4)));
    }
  }

  @Test
  void moreThanThereAreCannotBeDrawn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PassAtK.of(5, 1, 6))
        .withMessage("k must be from 1 to the 5 samples: 6");
  }
}
