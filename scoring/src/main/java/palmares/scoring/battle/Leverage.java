package palmares.scoring.battle;

import java.util.List;
import java.util.Optional;

/// How firm the first place is: a few battles without which another system stands first, by the
/// Bradley-Terry ranking.
///
/// Battles are taken away one group after the other, a group being those of one pair with one
/// outcome and weight, always where that moves the first place and its successor most: by `w (o -
/// p) (c_i - c_j)` with `H c = e_first - e_successor`, H the information; strengths are fitted anew
/// each time, so that the answer is exact where it says who is first. That no smaller set does the
/// same is likely, not proven: trying all sets takes too long. Battles without which some system
/// has no finite strength any more stay.
///
/// Source: J. Huang et al., Dropping Just a Handful of Preferences Can Change Top Large Language
/// Model Rankings (2025).
///
/// @param first the system that stands first on all battles
/// @param successor the one that stands first without those
/// @param battles how many there are of the ranked systems
/// @param groups what is taken away
public record Leverage(String first, String successor, int battles, List<Group> groups) {

  public Leverage {
    groups = List.copyOf(groups);
  }

  /// Battles of one pair with one outcome.
  ///
  /// @param outcome 1 where left won, 0 where right won
  /// @param rows the places of the battles in their order, from 0
  public record Group(String left, String right, double outcome, List<Integer> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /// How many battles are taken away.
  public int size() {
    return groups.stream().mapToInt(group -> group.rows().size()).sum();
  }

  /// @return empty where no system can be made to pass the first one so
  /// @throws IllegalArgumentException if there are no two systems with a finite strength on one
  ///   scale
  public static Optional<Leverage> of(Battles battles) {
    var ranked = Separation.of(battles.counts()).ranked();
    if (ranked.length < 2) {
      throw new IllegalArgumentException(
          "there are no two systems with a finite strength on one scale, so nobody is first");
    }
    return new LeverageSearch(battles, ranked).found();
  }
}
