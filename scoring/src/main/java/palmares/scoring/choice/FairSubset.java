package palmares.scoring.choice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import palmares.scoring.evidence.ScoreTable;

/// Finalists under quotas: k systems that serve the orders of several criteria best, with at least
/// so many of each group.
///
/// What a set is worth is the sum over criteria of one of [Rule]. The rules that add up over
/// systems are solved exactly: the best of each group up to its quota, then the best of the rest.
/// Chamberlin-Courant is solved exactly where there are at most two million sets, else system by
/// system, each time the one that adds most, which without quotas reaches 1 - 1/e of the best.
///
/// Source: N. Boehmer et al., Subset Selection Based On Multiple Rankings in the Presence of Bias
/// (2023).
///
/// @param members the places of the systems chosen, ascending
/// @param value of them
/// @param unbound of the best set without quotas: the difference is what the quotas cost
/// @param isExact whether no other set is worth more
public record FairSubset(int[] members, double value, double unbound, boolean isExact) {

  /// What a set is worth by one criterion; ties share what they are tied for.
  public enum Rule {
    /// 1 if the best system is in the set.
    SNTV,
    /// How many of the best k are.
    BLOC,
    /// How many systems stand below each member, added up.
    BORDA,
    /// How many stand below the best member.
    CHAMBERLIN_COURANT
  }

  /// How many to choose, and how many at least of each group.
  public record Quotas(int finalists, Map<String, Integer> least) {
    public Quotas {
      least = Map.copyOf(least);
    }
  }

  /// @param table without gaps; each example is a criterion
  /// @param groups of the systems, in their order
  /// @throws IllegalArgumentException if there is a gap, k is not from 1 to the number of systems,
  ///   or the quotas cannot be met
  public static FairSubset of(ScoreTable table, List<String> groups, Quotas quotas, Rule rule) {
    var size = table.systems().size();
    for (var system = 0; system < size; system++) {
      if (table.answered(system) < table.examples().size()) {
        throw new IllegalArgumentException(
            "'%s' has a gap: who is not compared cannot be chosen"
                .formatted(table.systems().get(system)));
      }
    }
    requirePossible(groups, quotas);
    var ballots = Ballots.of(table, IntStream.range(0, size).toArray(), Map.of());
    var search = new SubsetSearch(ballots, groups, quotas.finalists(), rule);
    var bound = search.best(quotas.least());
    var unbound = search.best(Map.of());
    return new FairSubset(
        bound.members(), bound.value(), unbound.value(), bound.isExact() && unbound.isExact());
  }

  private static void requirePossible(List<String> groups, Quotas quotas) {
    var finalists = quotas.finalists();
    if (finalists < 1 || finalists > groups.size()) {
      throw new IllegalArgumentException(
          "from 1 to %d systems can be chosen: %d".formatted(groups.size(), finalists));
    }
    var there = new HashMap<String, Integer>();
    groups.forEach(group -> there.merge(group, 1, Integer::sum));
    var sum = 0;
    for (var quota : quotas.least().entrySet()) {
      if (quota.getValue() < 0 || quota.getValue() > there.getOrDefault(quota.getKey(), 0)) {
        throw new IllegalArgumentException(
            "group '%s' has %d systems, so that %d of it cannot be chosen"
                .formatted(
                    quota.getKey(), there.getOrDefault(quota.getKey(), 0), quota.getValue()));
      }
      sum += quota.getValue();
    }
    if (sum > finalists) {
      throw new IllegalArgumentException(
          "the quotas ask for %d systems, more than the %d to choose".formatted(sum, finalists));
    }
  }

  /// The chosen systems' names.
  public List<String> names(ScoreTable table) {
    return Arrays.stream(members).mapToObj(table.systems()::get).toList();
  }
}
