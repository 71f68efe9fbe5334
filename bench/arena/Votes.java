package arena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.StyledBattles;

/// A synthetic arena, the same in every language: number k is SplitMix64 of a seed and k alone, newer
/// systems meet more often, and ties are likelier among equals.
record Votes(List<String> names, int[] left, int[] right, double[] outcome) {

  private static final long SEED = 20260101;
  private static final long FIRST_VOTE = 1000;
  private static final long FIRST_STYLE = 1_000_000_000;
  private static final List<String> FEATURES = List.of("tokens", "header", "list", "bold");
  private static final double[] LEAST = {50, 0, 0, 0};
  private static final double[] RANGE = {950, 8, 15, 12};

  static Votes of(int votes, int systems) {
    var theta = IntStream.range(0, systems).mapToDouble(i -> 800 + 400 * uniform(i)).toArray();
    var reached = new double[systems];
    var sum = 0.0;
    for (var i = 0; i < systems; i++) {
      sum += 1 / Math.sqrt(1 + i);
      reached[i] = sum;
    }
    for (var i = 0; i < systems; i++) {
      reached[i] /= sum;
    }
    var left = new int[votes];
    var right = new int[votes];
    var outcome = new double[votes];
    for (var vote = 0; vote < votes; vote++) {
      var counter = FIRST_VOTE + 4L * vote;
      left[vote] = above(reached, uniform(counter));
      var other = (int) (uniform(counter + 1) * (systems - 1));
      right[vote] = other + (other >= left[vote] ? 1 : 0);
      outcome[vote] = outcome(theta[left[vote]], theta[right[vote]], uniform(counter + 2));
    }
    return new Votes(
        IntStream.range(0, systems).mapToObj("m%03d"::formatted).toList(), left, right, outcome);
  }

  Battles battles() {
    var builder = Battles.builder();
    for (var vote = 0; vote < left.length; vote++) {
      builder.add(names.get(left[vote]), names.get(right[vote]), outcome[vote]);
    }
    return builder.build();
  }

  Battles byRater(int raters) {
    var builder = Battles.builder();
    for (var vote = 0; vote < left.length; vote++) {
      var rater = "r" + (int) (uniform(FIRST_VOTE + 4L * vote + 3) * raters);
      builder.add(names.get(left[vote]), names.get(right[vote]), outcome[vote], 1, rater);
    }
    return builder.build();
  }

  StyledBattles styled(Battles battles) {
    return new StyledBattles(battles, FEATURES, counts(0), counts(1));
  }

  void write(Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("a,b,outcome\n");
      for (var vote = 0; vote < left.length; vote++) {
        var words = outcome[vote] == 0.5 ? "0.5" : outcome[vote] == 1 ? "1" : "0";
        out.write(names.get(left[vote]) + "," + names.get(right[vote]) + "," + words + "\n");
      }
    }
  }

  private double[][] counts(int side) {
    return IntStream.range(0, FEATURES.size())
        .mapToObj(f ->
            IntStream.range(0, left.length)
                .mapToDouble(vote ->
                    LEAST[f] + (int) (RANGE[f] * uniform(FIRST_STYLE + 8L * vote + 2 * f + side)))
                .toArray())
        .toArray(double[][]::new);
  }

  private static double outcome(double left, double right, double drawn) {
    var chance = 1 / (1 + Math.pow(10, (right - left) / 400));
    var tie = 0.3 * 4 * chance * (1 - chance);
    if (drawn < tie) {
      return 0.5;
    }
    return (drawn - tie) / (1 - tie) < chance ? 1 : 0;
  }

  private static int above(double[] reached, double drawn) {
    var low = 0;
    var high = reached.length - 1;
    while (low < high) {
      var middle = (low + high) / 2;
      if (reached[middle] > drawn) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double uniform(long k) {
    var z = SEED + (k + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1p-53;
  }
}
