package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.contract.page.Page;
import palmares.web.client.Answer.Given;

final class OwnSubmissionsTest {

  @Test
  void goesBackToTheFirstSubmissionOfEveryTeam() {
    var asked = new ArrayList<String>();

    var mine =
        OwnSubmissions.of(
            List.of("vision", "text"),
            (team, cursor) -> {
              asked.add(team + " " + cursor);
              return new Given<>(
                  new Page<>(List.of(), team.equals("vision") && cursor == null ? "older" : null));
            });

    assertThat(asked).containsExactly("vision null", "vision older", "text null");
    assertThat(mine).isEqualTo(new Given<>(new OwnSubmissions(List.of(), true)));
  }

  @Test
  void saysThatItDoesNotGoAllTheWayWhereThatIsTooFar() {
    var asked = new ArrayList<String>();

    var mine =
        OwnSubmissions.of(
            List.of("vision", "text"),
            (team, cursor) -> {
              asked.add(team);
              return new Given<>(new Page<>(List.of(), team.equals("vision") ? "older" : null));
            });

    assertThat(asked).hasSize(OwnSubmissions.PAGES + 1).endsWith("vision", "text");
    assertThat(mine).isEqualTo(new Given<>(new OwnSubmissions(List.of(), false)));
  }
}
