package palmares.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.agreement.ManyFacetRasch.Rating;
import palmares.scoring.ranking.ReferenceData;

class ManyFacetRaschTest {

  private static final String EXPECTED = "mfrm/expected_mfrm.json";

  @Test
  void equalsTheMeasuresOfThreeModelsByTwoJudges() {
    var rasch =
        ManyFacetRasch.of(
            ReferenceData.csv("mfrm/counts.csv").stream()
                .map(row ->
                    new Rating(
                        row.get("model"),
                        row.get("judge"),
                        Integer.parseInt(row.get("score")),
                        Double.parseDouble(row.get("count"))))
                .toList());

    assertThat(rasch.fit().converged()).isTrue();
    var thresholds =
        ReferenceData.text(EXPECTED).split("thresholds_2_to_10\": \\[")[1].split("]")[0];
    try (var verdict = Verdict.on("mfrm", "measures, severities, thresholds", 1e-3);
        var likelihood = Verdict.on("mfrm", "log-likelihood", 1e-4)) {
      rasch.subjects().forEach((name, value) -> verdict.compare(name, value, expected(name)));
      rasch.severities().forEach((name, value) -> verdict.compare(name, value, expected(name)));
      for (var k = 0; k < rasch.thresholds().length; k++) {
        verdict.compare("tau " + k, rasch.thresholds()[k], thresholds.split(",")[k].strip());
      }
      likelihood.compare("all", -rasch.logLikelihood(), expected("neg_log_lik"));
    }
  }

  /// One rater, two grades: log-odds of the frequencies, 3 : 1 and 1 : 1, by hand. A fit that meets
  /// the frequencies exactly has mean squares of 1.
  @Test
  void twoGradesOfOneRaterAreLogOdds() {
    var rasch =
        ManyFacetRasch.of(
            List.of(
                new Rating("a", "r", 1, 3),
                new Rating("a", "r", 0, 1),
                new Rating("b", "r", 1, 2),
                new Rating("b", "r", 0, 2)));

    assertThat(rasch.subjects().get("a")).isCloseTo(Math.log(3), within(1e-9));
    assertThat(rasch.subjects().get("b")).isCloseTo(0, within(1e-9));
    assertThat(rasch.thresholds()[0]).isCloseTo(0, within(1e-9));
    assertThat(rasch.subjectMisfits().get("a").outfit()).isCloseTo(1, within(1e-9));
    assertThat(rasch.subjectMisfits().get("a").infit()).isCloseTo(1, within(1e-9));
  }

  /// Grades by chance among grades that follow the model stand out.
  @Test
  void aRaterWhoGuessesHasMeanSquaresAboveOne() {
    var random = new Random(9);
    var ratings = new ArrayList<Rating>();
    for (var subject = 0; subject < 12; subject++) {
      for (var rater = 0; rater < 4; rater++) {
        for (var k = 0; k < 20; k++) {
          var lead = (subject - 6) / 2.0;
          var guessed = rater == 3 ? 0.5 : 1 / (1 + Math.exp(-lead));
          var grade =
              (random.nextDouble() < guessed ? 1 : 0) + (random.nextDouble() < guessed ? 1 : 0);
          ratings.add(new Rating("s" + subject, "r" + rater, grade, 1));
        }
      }
    }

    var rasch = ManyFacetRasch.of(ratings);

    assertThat(rasch.raterMisfits().get("r3").outfit()).isGreaterThan(1.3);
    assertThat(rasch.raterMisfits().get("r0").outfit()).isLessThan(1);
  }

  @Test
  void whatHasNoFiniteMeasureIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ManyFacetRasch.of(List.of(new Rating("a", "r", 1, 1))))
        .withMessage("there is one grade alone: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ManyFacetRasch.of(List.of(new Rating("a", "r", 0, 1), new Rating("a", "r", 2, 1))))
        .withMessage("nobody gave the grade 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ManyFacetRasch.of(List.of(new Rating("a", "r", 0, 1), new Rating("b", "r", 1, 1))))
        .withMessage("'a' has the lowest grade alone: no finite measure");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ManyFacetRasch.of(
                List.of(
                    new Rating("a", "r", 0, 1),
                    new Rating("a", "r", 1, 1),
                    new Rating("b", "q", 0, 1),
                    new Rating("b", "q", 1, 1))))
        .withMessage("no chain of subjects that both graded links 'r' to 'q': no common scale");
  }

  private static double expected(String name) {
    return ReferenceData.number(EXPECTED, name);
  }

  @Test
  void moreNamesThanCanBeSolvedForAreRefused() {
    var ratings = new ArrayList<Rating>();
    for (var k = 0; k < 2_000; k++) {
      ratings.add(new Rating("s" + k, "r", k % 2, 1));
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ManyFacetRasch.of(ratings))
        .withMessage("at most 2,000 subjects and raters can be told apart: 2,001");
  }
}
