package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.scoring.evidence.Evidence;

class TwoLevelBordaTest {

  /// By hand: within the three columns of one task a 5, b 4, c 0; in the other, of one column, a 0,
  /// b 1.5, c 1.5. One level: a 5, b 5.5, c 1.5; two levels: a 2 + 0, b 1 + 1.5, c 0 + 1.5.
  @Test
  void aCategoryOfManyColumnsWeighsNoMoreThanOneOfFew() {
    double[][] values = {{3, 3, 2, 0}, {2, 2, 3, 1}, {1, 1, 1, 1}};
    var evidence = tagged(values, List.of("t", "t", "t", "u"));

    var two = new TwoLevelBorda().rank(evidence, Tables.SETTINGS);
    var one = new Borda().rank(evidence, Tables.SETTINGS);

    assertThat(Tables.value(one, "a")).isEqualTo(5);
    assertThat(Tables.value(one, "c")).isEqualTo(1.5);
    assertThat(Tables.value(two, "a")).isEqualTo(2);
    assertThat(Tables.value(two, "b")).isEqualTo(2.5);
    assertThat(Tables.value(two, "c")).isEqualTo(1.5);
    assertThat(two.notes()).containsExactly("2 categories");
  }

  @Test
  void theScaleOfAColumnChangesNothing() {
    double[][] values = {{3, 30, 2, 0}, {2, 20, 3, 1}, {1, 10, 1, 1}};
    double[][] scaled = {{3, 3, -2, 0}, {2, 2, -1, 7}, {1, 1, -9, 7}};
    var tags = List.of("t", "t", "t", "u");

    var one = new TwoLevelBorda().rank(tagged(values, tags), Tables.SETTINGS);
    var other = new TwoLevelBorda().rank(tagged(scaled, tags), Tables.SETTINGS);

    assertThat(other.ratings()).isEqualTo(one.ratings());
  }

  @Test
  void withoutCategoriesItIsTheOrderOfBorda() {
    double[][] values = {{3, 3, 2, 0}, {2, 2, 3, 1}, {1, 1, 1, 1}};
    var evidence = Tables.of(List.of("a", "b", "c"), values);

    var ranking = new TwoLevelBorda().rank(evidence, Tables.SETTINGS);

    assertThat(Tables.value(ranking, "b")).isEqualTo(2);
    assertThat(Tables.value(ranking, "a")).isEqualTo(1);
  }

  private static Evidence tagged(double[][] values, List<String> tags) {
    var plain = Tables.of(List.of("a", "b", "c"), values);
    var examples = plain.table("table").examples();
    var categories = new HashMap<String, List<String>>();
    for (var k = 0; k < tags.size(); k++) {
      categories.put(examples.get(k), List.of(tags.get(k)));
    }
    return new Evidence(plain.tables(), Map.of(), Map.of(), categories, Map.of());
  }
}
