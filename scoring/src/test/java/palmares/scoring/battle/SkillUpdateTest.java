package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.battle.SkillUpdate.Scale;
import palmares.scoring.ranking.ReferenceData;

class SkillUpdateTest {

  private static final Map<String, SkillUpdate> MODELS =
      Map.of(
          "bradleyTerryFull", SkillUpdate.FULL,
          "bradleyTerryPart", SkillUpdate.PART,
          "plackettLuce", SkillUpdate.PLACKETT_LUCE);

  private static final Pattern CASE =
      Pattern.compile(
          "\"model\":\"(\\w+)\",\"teams\":\\[(.*?)],\"rank\":\\[(.*?)],\"result\":(.*?),\"ordinal\"");
  private static final Pattern SKILL = Pattern.compile("\"mu\":([-0-9.e]+),\"sigma\":([0-9.e]+)");

  /// The players of openskill_5.0.1.json.
  private static final List<Skill> PLAYERS =
      List.of(
          new Skill(29.182, 4.782),
          new Skill(27.174, 4.922),
          new Skill(16.672, 6.217),
          new Skill(25, 25.0 / 3));

  @Test
  void equalsOpenskill() {
    var text = ReferenceData.text("openskill/expected_openskill_5.0.1.json");
    try (var verdict = Verdict.on("openskill", "mu and sigma, three models", 1e-12)) {
      CASE.matcher(text)
          .results()
          .filter(found -> MODELS.containsKey(found.group(1)))
          .forEach(found -> {
            var teams =
                Arrays.stream(found.group(2).split("],"))
                    .map(team ->
                        Arrays.stream(team.replaceAll("[\\[\\]]", "").split(","))
                            .map(player -> PLAYERS.get(Integer.parseInt(player)))
                            .toList())
                    .toList();
            var ranks =
                Arrays.stream(found.group(3).split(",")).mapToInt(Integer::parseInt).toArray();
            var after = MODELS.get(found.group(1)).after(teams, ranks, Scale.USUAL);
            var expected = SKILL.matcher(found.group(4)).results().iterator();
            for (var skill : after.stream().flatMap(List::stream).toList()) {
              var values = expected.next();
              verdict.compare(found.group(0), skill.mu(), values.group(1));
              verdict.compare(found.group(0), skill.sigma(), values.group(2));
            }
            assertThat(expected.hasNext()).isFalse();
          });
    }
  }

  @Test
  void aTieOfEqualsOnlyMakesSurer() {
    var equal = new Skill(25, 8);

    for (var model : SkillUpdate.values()) {
      var after =
          model.after(List.of(List.of(equal), List.of(equal)), new int[] {1, 1}, Scale.USUAL);

      assertThat(after.getFirst()).isEqualTo(after.getLast());
      assertThat(after.getFirst().getFirst().mu()).isCloseTo(25, within(1e-12));
      assertThat(after.getFirst().getFirst().sigma()).isLessThan(8);
    }
  }

  @Test
  void whatIsNoGameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            SkillUpdate.FULL.after(List.of(List.of(PLAYERS.getFirst())), new int[1], Scale.USUAL))
        .withMessageContaining("two teams or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Skill(1, 0))
        .withMessageContaining("a sigma greater than 0: 1.0, 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scale(1, 0, 1))
        .withMessageContaining("kappa between 0 and 1");
  }
}
