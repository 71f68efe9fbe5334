package palmares.scoring.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.ReferenceData;

class SectionScoresTest {

  @Test
  void equalsRewardBenchOnSixModels() {
    var text = ReferenceData.text("rewardbench/sections.json");
    var examples = new HashMap<String, Integer>();
    Pattern.compile("\"([^\"]+)\": (\\d+)")
        .matcher(text)
        .results()
        .forEach(found -> examples.put(found.group(1), Integer.valueOf(found.group(2))));
    var sections = new LinkedHashMap<String, List<String>>();
    Pattern.compile("\"([^\"]+)\": \\[([^\\]]+)\\]")
        .matcher(text)
        .results()
        .forEach(found ->
            sections.put(
                found.group(1), List.of(found.group(2).replaceAll("[\"\\s]", "").split(","))));

    for (var row : ReferenceData.csv("rewardbench/expected_sections_example.csv")) {
      var accuracies = new HashMap<String, Double>();
      row.forEach((name, cell) -> {
        if (name.startsWith("subset:") && !cell.isEmpty()) {
          accuracies.put(name.substring(7), Double.valueOf(cell));
        }
      });

      var scores = SectionScores.of(accuracies, examples, sections);

      assertThat(scores.missing()).hasSize(examples.size() - accuracies.size());
      for (var section : sections.keySet()) {
        Verdict.one(
            "rewardbench",
            "sections",
            1e-9,
            scores.sections().get(section),
            Double.parseDouble(row.get("section:" + section)));
      }
      Verdict.one(
          "rewardbench", "overall", 1e-9, scores.overall(), Double.parseDouble(row.get("overall")));
    }
  }

  /// Section 1: (0.5 * 10 + 1 * 30) / 40; b2 is missing, so section 2 is b1 alone.
  @Test
  void aMissingSubsetIsLeftOutAndNamed() {
    var sections = new LinkedHashMap<String, List<String>>();
    sections.put("one", List.of("a1", "a2"));
    sections.put("two", List.of("b1", "b2"));

    var scores =
        SectionScores.of(
            Map.of("a1", 0.5, "a2", 1.0, "b1", 0.25),
            Map.of("a1", 10, "a2", 30, "b1", 5, "b2", 5),
            sections);

    assertThat(scores.sections()).containsEntry("one", 0.875).containsEntry("two", 0.25);
    assertThat(scores.overall()).isEqualTo(0.5625);
    assertThat(scores.missing()).containsExactly("b2");
  }

  @Test
  void anAccuracyInPercentIsRefused() {
    var sections = new LinkedHashMap<>(Map.of("one", List.of("a")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SectionScores.of(Map.of("a", 87.5), Map.of("a", 10), sections))
        .withMessage("the accuracy of 'a' must be from 0 to 1: 87.5");
  }
}
