package palmares.scoring.battle;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import palmares.scoring.algebra.Cholesky;

/// Which pair to put to a rater next, so that the best system is found with few battles: the one
/// that seems best, and the one that may well be better.
///
/// The strengths `u` are those of Bradley and Terry with a ridge `λ`; the leader has the greatest
/// u, and its challenger the greatest `u_j + sqrt(ν (e_j - e_1)' V^-1 (e_j - e_1))`, `V = λ I + Σ w
/// (e_a
/// - e_b)(e_a - e_b)'` over the battles: the second term is how little is known of the two.
///
/// Source: X. Lin et al., Prompt Optimization with Human Feedback (2024), with a feature for each
/// system; their code takes the diagonal of V alone.
public final class NextPair {

  private NextPair() {}

  /// How much to explore.
  ///
  /// @param exploration ν: 0 always takes the two that seem best
  /// @param ridge λ
  public record Settings(double exploration, double ridge) {

    public static final Settings DEFAULT = new Settings(1, 1);

    public Settings {
      if (!(exploration >= 0) || Double.isInfinite(exploration)) {
        throw new IllegalArgumentException(
            "exploration must be 0 or more and finite: " + exploration);
      }
      if (!(ridge > 0) || Double.isInfinite(ridge)) {
        throw new IllegalArgumentException("ridge must be greater than 0 and finite: " + ridge);
      }
    }
  }

  /// One challenger of the leader.
  ///
  /// @param lead of the leader's strength over the challenger's, in log-odds
  /// @param bonus what may be added for what is not known
  /// @param battles that the two fought, by weight
  public record Candidate(
      String leader, String challenger, double lead, double bonus, double battles) {}

  /// All challengers, the one to judge next first.
  ///
  /// @throws IllegalArgumentException if there are fewer than two systems
  public static List<Candidate> of(Battles battles, Settings settings) {
    var names = battles.systems();
    if (names.size() < 2) {
      throw new IllegalArgumentException("a pair needs two systems: " + names);
    }
    var counts = battles.counts();
    var strength = RidgeFit.of(counts, settings.ridge());
    var unknown = Cholesky.of(known(counts, settings.ridge())).orElseThrow().inverse();
    var leader =
        IntStream.range(0, names.size())
            .boxed()
            .max(
                Comparator.<Integer>comparingDouble(i -> strength[i])
                    .thenComparing(names::get, Comparator.reverseOrder()))
            .orElseThrow();
    return IntStream.range(0, names.size())
        .filter(j -> j != leader)
        .mapToObj(j -> {
          var spread = unknown[j][j] + unknown[leader][leader] - 2 * unknown[j][leader];
          return new Candidate(
              names.get(leader),
              names.get(j),
              strength[leader] - strength[j],
              Math.sqrt(settings.exploration() * spread),
              counts.games(leader, j));
        })
        .sorted(
            Comparator.<Candidate>comparingDouble(each -> each.lead() - each.bonus())
                .thenComparing(Candidate::challenger))
        .toList();
  }

  private static double[][] known(PairCounts counts, double ridge) {
    var known = new double[counts.size()][counts.size()];
    for (var i = 0; i < counts.size(); i++) {
      for (var j = 0; j < counts.size(); j++) {
        known[i][j] -= counts.games(i, j);
        known[i][i] += counts.games(i, j);
      }
    }
    return Gauge.ridge(known, ridge);
  }
}
