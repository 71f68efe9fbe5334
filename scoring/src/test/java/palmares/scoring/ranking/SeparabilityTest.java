package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;

class SeparabilityTest {

  @Test
  void equalsTheOneOfSixtyPublishedIntervals() {
    var intervals =
        ReferenceData.csv("arena_hard_leaderboards/arena_hard_leaderboard_20240731.csv").stream()
            .map(row ->
                new Interval(
                    Double.parseDouble(row.get("rating_q025")),
                    Double.parseDouble(row.get("rating_q975")),
                    0.95))
            .toList();

    var share = Separability.of(intervals).orElseThrow();

    var text = ReferenceData.text("arena_hard_leaderboards/expected_separability.json");
    var expected = text.split("separability\": ")[1].split(",")[0];
    Verdict.one(
        "arena_hard_leaderboards", "separability", 1e-12, share, Double.parseDouble(expected));
  }

  /// Of three pairs one touches, and touching is not apart.
  @Test
  void intervalsThatTouchAreNotApart() {
    var intervals =
        List.of(new Interval(0, 1, 0.9), new Interval(1, 2, 0.9), new Interval(3, 4, 0.9));

    assertThat(Separability.of(intervals)).hasValue(2.0 / 3);
    assertThat(Separability.of(intervals.subList(0, 1))).isEmpty();
  }
}
