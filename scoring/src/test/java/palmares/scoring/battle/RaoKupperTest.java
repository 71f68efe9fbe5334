package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.tie;
import static palmares.scoring.battle.Rows.win;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Settings;

class RaoKupperTest {

  private static final double ELO = 400 / Math.log(10);

  /// Two systems have as many parameters as free frequencies, so that the model meets them: 5 wins,
  /// 1 loss, 4 ties give s(d - eta) = 1/2 and s(-d - eta) = 1/10, hence d = eta = ln 9 / 2.
  @Test
  void equalsTheFrequenciesOfTwoSystemsByHand() {
    var rows = new ArrayList<>(Collections.nCopies(5, win("a", "b")));
    rows.add(win("b", "a"));
    rows.addAll(List.of(tie("a", "b"), tie("b", "a"), tie("a", "b"), tie("b", "a")));

    var ranking = new RaoKupper().rank(battles(rows), Settings.NONE);

    var lead = (Rows.value(ranking, "a") - Rows.value(ranking, "b")) / ELO;
    assertThat(lead).isCloseTo(Math.log(9) / 2, within(1e-10));
    assertThat(RaoKupperFit.of(WinsAndTies.of(battles(rows))).eta())
        .isCloseTo(Math.log(9) / 2, within(1e-10));
    assertThat(ranking.notes()).anyMatch(note -> note.startsWith("tie threshold eta = 1.0986"));
  }

  @Test
  void equalsBradleyTerryWithoutTies() {
    var rows = Rows.random(5).stream().filter(row -> row.outcome() != 0.5).toList();

    var raoKupper = new RaoKupper().rank(battles(rows), Settings.NONE);
    var bradleyTerry = new BradleyTerry().rank(battles(rows), Settings.NONE);

    for (var rating : bradleyTerry.ratings()) {
      assertThat(Rows.value(raoKupper, rating.subject()))
          .isCloseTo(Rows.value(bradleyTerry, rating.subject()), within(1e-8));
    }
  }

  /// At the maximum the model expects as many ties as there were, and so does each system of its
  /// wins less its defeats: the score equations of the paper.
  @Test
  void theScoreEquationsHoldOnManySystems() {
    var counts = WinsAndTies.of(battles(Rows.random(6)));

    var fit = RaoKupperFit.of(counts);

    assertThat(fit.fit().converged()).isTrue();
    for (var i = 0; i < counts.size(); i++) {
      var difference = 0.0;
      for (var j = 0; j < counts.size(); j++) {
        if (i != j) {
          var d = fit.theta()[i] - fit.theta()[j];
          var wins = 1 / (1 + Math.exp(fit.eta() - d));
          var defeats = 1 / (1 + Math.exp(fit.eta() + d));
          // a win shifts by 1 - P(win), a defeat by P(defeat) - 1, a tie by P(defeat) - P(win)
          difference +=
              counts.wins()[i][j] * (1 - wins)
                  + counts.wins()[j][i] * (defeats - 1)
                  + counts.ties()[i][j] * (defeats - wins);
        }
      }
      assertThat(difference).isCloseTo(0, within(1e-8));
    }
  }

  @Test
  void systemsThatOnlyTieAreEqual() {
    var ranking = new RaoKupper().rank(battles(tie("a", "b"), tie("b", "c")), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isEqualTo(1000);
    assertThat(ranking.notes()).first().asString().contains("all are equal");
  }
}
