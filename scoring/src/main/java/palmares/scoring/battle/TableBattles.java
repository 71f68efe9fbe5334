package palmares.scoring.battle;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Battles derived from the values of one evaluator: every pair of systems on every example, the
/// higher value wins. They are counted and summed as they are needed and never stored: 1,000
/// systems on 805 examples meet 402 million times. The cluster of a battle is its example.
final class TableBattles implements BattleSource {

  private final List<String> systems;
  private final double[][] values; // by example, then system
  private final double tieMargin;
  private final int[][] wins; // strict wins of i over j
  private final double[][] won; // by example, then system; a tie counts half

  /// @param values by example, then by system, without gaps
  /// @param tieMargin values that differ by no more are a tie
  TableBattles(List<String> systems, double[][] values, double tieMargin) {
    if (!(tieMargin >= 0)) {
      throw new IllegalArgumentException("tie_margin must be 0 or more: " + tieMargin);
    }
    if (systems.size() > PairCounts.MOST_SYSTEMS) {
      throw new IllegalArgumentException(
          "at most %d systems can meet in one ranking: %d"
              .formatted(PairCounts.MOST_SYSTEMS, systems.size()));
    }
    this.systems = List.copyOf(systems);
    this.values = values;
    this.tieMargin = tieMargin;
    this.wins = new int[systems.size()][systems.size()];
    this.won = new double[values.length][systems.size()];
    for (var example = 0; example < values.length; example++) {
      count(values[example], won[example]);
    }
  }

  @Override
  public List<String> systems() {
    return systems;
  }

  @Override
  public boolean isClustered() {
    return true;
  }

  @Override
  public PairCounts counts() {
    var size = systems.size();
    var shares = new double[size][size];
    for (var i = 0; i < size; i++) {
      for (var j = 0; j < size; j++) {
        shares[i][j] = i == j ? 0 : wins[i][j] + 0.5 * ties(i, j);
      }
    }
    return new PairCounts(shares);
  }

  @Override
  public TableBattles among(int[] members) {
    var names = new ArrayList<String>();
    for (var member : members) {
      names.add(systems.get(member));
    }
    var kept =
        Arrays.stream(values)
            .map(row -> Arrays.stream(members).mapToDouble(member -> row[member]).toArray())
            .toArray(double[][]::new);
    return new TableBattles(names, kept, tieMargin);
  }

  @Override
  public Spread spread(double[][] chances, boolean clustered) {
    return clustered ? byExample(chances) : byBattle(chances);
  }

  @Override
  public void forEach(Visitor visitor) {
    for (var row : values) {
      for (var i = 0; i < row.length; i++) {
        for (var j = i + 1; j < row.length; j++) {
          visitor.battle(i, j, outcome(row[i], row[j]), 1);
        }
      }
    }
  }

  @Override
  public Units units(boolean clustered) {
    return clustered ? examples() : outcomes();
  }

  private Units outcomes() {
    var cells = new ArrayList<Units.Cell>();
    var counts = new ArrayList<Integer>();
    for (var i = 0; i < systems.size(); i++) {
      for (var j = i + 1; j < systems.size(); j++) {
        var times = new int[] {wins[i][j], ties(i, j), wins[j][i]};
        for (var k = 0; k < times.length; k++) {
          if (times[k] > 0) {
            cells.add(new Units.Cell(i, j, 1 - k / 2.0, 1));
            counts.add(times[k]);
          }
        }
      }
    }
    return Units.ofCells(cells, counts.stream().mapToInt(Integer::intValue).toArray());
  }

  private Units examples() {
    return Units.distinct(
        values.length,
        visitor -> {
          for (var example = 0; example < values.length; example++) {
            var row = values[example];
            for (var i = 0; i < row.length; i++) {
              for (var j = i + 1; j < row.length; j++) {
                visitor.battle(example, i, j, outcome(row[i], row[j]), 1);
              }
            }
          }
        });
  }

  private Spread byExample(double[][] chances) {
    var size = systems.size();
    var expected = new double[size];
    for (var i = 0; i < size; i++) {
      for (var j = 0; j < size; j++) {
        expected[i] += i == j ? 0 : chances[i][j];
      }
    }
    var spread = new Spread(size);
    for (var row : won) {
      for (var i = 0; i < size; i++) {
        spread.add(i, row[i] - expected[i]);
      }
      spread.close();
    }
    return spread;
  }

  private Spread byBattle(double[][] chances) {
    var spread = new Spread(systems.size());
    for (var i = 0; i < systems.size(); i++) {
      for (var j = i + 1; j < systems.size(); j++) {
        var chance = chances[i][j];
        var squares =
            wins[i][j] * (1 - chance) * (1 - chance)
                + wins[j][i] * chance * chance
                + ties(i, j) * (0.5 - chance) * (0.5 - chance);
        spread.addPair(i, j, squares, values.length);
      }
    }
    return spread;
  }

  /// Counts one example. A system beats a lower end of the sorted values, so that comparing places
  /// with the length of that end is the same as comparing values, and much faster.
  private void count(double[] row, double[] shares) {
    var size = row.length;
    var sorted = IntStream.range(0, size).boxed().sorted(comparingDouble(i -> row[i])).toList();
    var place = new int[size];
    for (var k = 0; k < size; k++) {
      place[sorted.get(k)] = k;
    }
    var losses = new int[size + 1]; // how many beaten ends have this length
    var beaten = 0;
    for (int system : sorted) {
      while (row[system] - row[sorted.get(beaten)] > tieMargin) {
        beaten++;
      }
      shares[system] = 0.5 * (beaten + size - 1);
      losses[beaten]++;
      tally(wins[system], place, beaten);
    }
    var notBeatenBy = 0;
    for (var k = 0; k < size; k++) {
      notBeatenBy += losses[k];
      shares[sorted.get(k)] -= 0.5 * (size - notBeatenBy);
    }
  }

  /// Adds 1 wherever the place lies within the beaten end; without a branch, so that it vectorises.
  private static void tally(int[] wins, int[] place, int beaten) {
    for (var j = 0; j < place.length; j++) {
      wins[j] += (place[j] - beaten) >>> 31;
    }
  }

  private int ties(int i, int j) {
    return values.length - wins[i][j] - wins[j][i];
  }

  private double outcome(double ahead, double behind) {
    if (ahead - behind > tieMargin) {
      return 1;
    }
    return behind - ahead > tieMargin ? 0 : 0.5;
  }
}
