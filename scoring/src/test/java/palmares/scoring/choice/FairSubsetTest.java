package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palmares.scoring.choice.FairSubset.Quotas;
import palmares.scoring.choice.FairSubset.Rule;
import palmares.scoring.evidence.ScoreTable;

class FairSubsetTest {

  private static final List<String> GROUPS = List.of("x", "x", "x", "y", "y", "z");

  /// Every set of three is tried.
  @ParameterizedTest
  @EnumSource(Rule.class)
  void noSetThatMeetsTheQuotasIsWorthMore(Rule rule) {
    for (var seed = 1; seed <= 10; seed++) {
      var table = random(seed);
      var least = Map.of("y", 1, "z", 1);

      var found = FairSubset.of(table, GROUPS, new Quotas(3, least), rule);

      var most = Double.NEGATIVE_INFINITY;
      for (var set = 0; set < 64; set++) {
        var chosen = set;
        var members = IntStream.range(0, 6).filter(i -> (chosen >> i & 1) == 1).toArray();
        if (members.length == 3 && (set & 0b011000) > 0 && (set & 0b100000) > 0) {
          most = Math.max(most, worth(table, members, rule));
        }
      }
      assertThat(found.value()).as("seed %d", seed).isCloseTo(most, within(1e-12));
      assertThat(worth(table, found.members(), rule)).isCloseTo(most, within(1e-12));
      assertThat(found.unbound()).isGreaterThanOrEqualTo(found.value());
      assertThat(found.isExact()).isTrue();
    }
  }

  /// By hand: two criteria put a and b first, one puts c first. Borda takes a and b; who wants
  /// everybody to find somebody good takes c.
  @Test
  void theRuleDecidesWhetherTheFewAreServed() {
    double[][] values = {{4, 4, 1}, {3, 3, 2}, {1, 1, 4}, {2, 2, 3}};
    var table = Tables.of(List.of("a", "b", "c", "d"), values).table("table");
    var groups = List.of("g", "g", "h", "h");

    var borda = FairSubset.of(table, groups, new Quotas(2, Map.of()), Rule.BORDA);
    var served = FairSubset.of(table, groups, new Quotas(2, Map.of()), Rule.CHAMBERLIN_COURANT);
    var quota = FairSubset.of(table, groups, new Quotas(2, Map.of("h", 1)), Rule.BORDA);

    assertThat(borda.names(table)).containsExactly("a", "b"); // 6 + 5
    assertThat(served.names(table)).containsExactly("a", "c"); // 3 + 3 + 3
    assertThat(quota.names(table)).containsExactly("a", "d"); // 6 + 4: the quota costs 1
    assertThat(quota.unbound() - quota.value()).isEqualTo(1);
  }

  @Test
  void quotasThatCannotBeMetAreRefused() {
    var table = random(1);

    for (var quotas :
        List.of(
            new Quotas(0, Map.of()),
            new Quotas(7, Map.of()),
            new Quotas(3, Map.of("z", 2)),
            new Quotas(3, Map.of("w", 1)),
            new Quotas(1, Map.of("x", 1, "y", 1)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FairSubset.of(table, GROUPS, quotas, Rule.BORDA));
    }
    double[][] gap = {{1, Double.NaN}, {2, 1}};
    var withGap = Tables.of(List.of("a", "b"), gap).table("table");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> FairSubset.of(withGap, List.of("g", "g"), new Quotas(1, Map.of()), Rule.BORDA))
        .withMessageStartingWith("'a' has a gap");
  }

  private static ScoreTable random(long seed) {
    var random = new Random(seed);
    var values = new double[6][5];
    for (var row : values) {
      Arrays.setAll(row, k -> random.nextInt(5));
    }
    return Tables.of(List.of("a", "b", "c", "d", "e", "f"), values).table("table");
  }

  /// By the definition, one criterion after the other.
  private static double worth(ScoreTable table, int[] members, Rule rule) {
    var sum = 0.0;
    for (var criterion = 0; criterion < table.examples().size(); criterion++) {
      var column = criterion;
      var points =
          Arrays.stream(members)
              .mapToDouble(member -> points(table, column, member, rule))
              .toArray();
      sum +=
          rule == Rule.CHAMBERLIN_COURANT
              ? Arrays.stream(points).max().orElseThrow()
              : Arrays.stream(points).sum();
    }
    return sum;
  }

  private static double points(ScoreTable table, int column, int member, Rule rule) {
    var own = table.value(member, column);
    var above = 0;
    var equal = 0;
    for (var system = 0; system < 6; system++) {
      above += table.value(system, column) > own ? 1 : 0;
      equal += table.value(system, column) == own ? 1 : 0;
    }
    var places = rule == Rule.SNTV ? 1 : 3;
    return rule == Rule.SNTV || rule == Rule.BLOC
        ? Math.max(0, Math.min(equal, places - above)) / (double) equal
        : 6 - above - equal + (equal - 1) / 2.0;
  }
}
