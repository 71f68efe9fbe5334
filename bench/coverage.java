import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Settings;

/// How often 95 % intervals of Bradley-Terry ratings cover the truth, clustered by example and naive.
///
/// Usage: `./palmares bench coverage [DRAWS] [SEED]`. Every draw makes a table of systems by examples
/// and ranks it as a leaderboard would. Exit code 1 if a clustered coverage leaves the band that a
/// binomial with 95 % leaves once in a thousand times.
class Coverage {

  private static final double LEVEL = 0.95;
  private static final double BAND_QUANTILE = 3.290526731491926; // of the normal, 99.9 % two-sided
  private static final String EVALUATOR = "simulated@1";

  /// How the values of an example come about, and the ratings they stand for.
  interface Design {

    String name();

    /// The win share of system i over j, over all examples there could be.
    double share(int i, int j);

    void fill(double[][] values, int example, RandomGenerator random);
  }

  public static void main(String[] arguments) {
    var draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20261121L;
    var reach = BAND_QUANTILE * Math.sqrt(LEVEL * (1 - LEVEL) / draws);
    System.out.printf(
        "%,d draws, seed %d; the 99.9 %% band of one coverage is %.2f .. %.2f %%%n%n",
        draws, seed, 100 * (LEVEL - reach), 100 * (LEVEL + reach));
    System.out.println(
        "design                         systems  examples   clustered  (one system)      naive"
            + "   left out   seconds");
    var within = true;
    for (var systems : new int[] {6, 20}) {
      for (var design : List.of(new Rewards(systems), new Checklist(systems))) {
        within &= run(design, systems, 60, draws, seed, reach);
      }
    }
    within &= run(new Rewards(6), 6, 20, draws, seed, reach);
    System.exit(within ? 0 : 1);
  }

  private static boolean run(
      Design design, int systems, int examples, int draws, long seed, double reach) {
    var start = System.nanoTime();
    var names = IntStream.range(0, systems).mapToObj("s%02d"::formatted).toList();
    var truth = truth(design, names);
    var covered = new long[systems];
    var naive = 0L;
    var ranked = new long[systems];
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var draw = 0; draw < draws; draw++) {
      var ranking = rank(design, names, examples, random);
      for (var rating : ranking.ratings()) {
        if (rating instanceof Ranked row && ranking.ratings().stream().allMatch(Ranked.class::isInstance)) {
          var index = names.indexOf(row.subject());
          var interval = row.interval().orElseThrow();
          ranked[index]++;
          covered[index] += holds(truth[index], interval.low(), interval.high());
          naive +=
              holds(truth[index], row.columns().get("naive_low"), row.columns().get("naive_high"));
        }
      }
    }
    var all = Arrays.stream(ranked).sum();
    var pooled = (double) Arrays.stream(covered).sum() / all;
    var each = IntStream.range(0, systems).mapToDouble(i -> (double) covered[i] / ranked[i]);
    var range = each.summaryStatistics();
    System.out.printf(
        "%-30s %7d  %8d   %8.2f %%  (%.2f .. %.2f)  %6.2f %%  %8d  %8.1f%n",
        design.name(),
        systems,
        examples,
        100 * pooled,
        100 * range.getMin(),
        100 * range.getMax(),
        100.0 * naive / all,
        draws - ranked[0],
        (System.nanoTime() - start) / 1e9);
    return Math.abs(pooled - LEVEL) <= reach;
  }

  private static int holds(double truth, double low, double high) {
    return low <= truth && truth <= high ? 1 : 0;
  }

  /// The ratings that endless examples would give: the fit to the expected win shares.
  private static double[] truth(Design design, List<String> names) {
    var builder = Battles.builder();
    for (var i = 0; i < names.size(); i++) {
      for (var j = i + 1; j < names.size(); j++) {
        builder.add(names.get(i), names.get(j), design.share(i, j));
      }
    }
    var ranking =
        new BradleyTerry().rank(builder.build(), Settings.of(Map.of("interval", "none")));
    var truth = new double[names.size()];
    for (var rating : ranking.ratings()) {
      truth[names.indexOf(rating.subject())] = ((Ranked) rating).value();
    }
    return truth;
  }

  private static Ranking rank(
      Design design, List<String> names, int examples, RandomGenerator random) {
    var values = new double[names.size()][examples];
    var ids = new ArrayList<String>();
    for (var example = 0; example < examples; example++) {
      ids.add("e" + example);
      design.fill(values, example, random);
    }
    var table = ScoreTable.builder(names, ids);
    for (var i = 0; i < values.length; i++) {
      for (var example = 0; example < examples; example++) {
        table.put(i, example, values[i][example]);
      }
    }
    var evidence =
        new Evidence(
            new TreeMap<>(Map.of(EVALUATOR, table.build())),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    return new BradleyTerry().rank(evidence, Settings.of(Map.of("evaluator", EVALUATOR)));
  }

  private static double ability(int system, int systems, double spread) {
    return spread * (2.0 * system / (systems - 1) - 1);
  }

  /// Rewards without ties: ability plus Gumbel noise, so that Bradley-Terry holds for every pair, and
  /// all battles of a response share its luck.
  record Rewards(int systems) implements Design {

    @Override
    public String name() {
      return "rewards, no ties";
    }

    @Override
    public double share(int i, int j) {
      return 1 / (1 + Math.exp(ability(j, systems, 1) - ability(i, systems, 1)));
    }

    @Override
    public void fill(double[][] values, int example, RandomGenerator random) {
      for (var i = 0; i < systems; i++) {
        values[i][example] = ability(i, systems, 1) - Math.log(-Math.log(1 - random.nextDouble()));
      }
    }
  }

  /// Scores 1..5 with many ties on examples that are easy or hard for all: the model is only an
  /// approximation, and the truth is what it converges to.
  record Checklist(int systems) implements Design {

    private static final int POINTS = 4;
    private static final double[] DIFFICULTIES = {-1, 0, 1};

    @Override
    public String name() {
      return "checklist 1..5, easy to hard";
    }

    @Override
    public double share(int i, int j) {
      var share = 0.0;
      for (var difficulty : DIFFICULTIES) {
        var own = points(chance(i, difficulty));
        var other = points(chance(j, difficulty));
        for (var a = 0; a <= POINTS; a++) {
          for (var b = 0; b <= POINTS; b++) {
            var outcome = a > b ? 1 : a < b ? 0 : 0.5;
            share += outcome * own[a] * other[b] / DIFFICULTIES.length;
          }
        }
      }
      return share;
    }

    @Override
    public void fill(double[][] values, int example, RandomGenerator random) {
      var difficulty = DIFFICULTIES[random.nextInt(DIFFICULTIES.length)];
      for (var i = 0; i < systems; i++) {
        var chance = chance(i, difficulty);
        var score = 1;
        for (var point = 0; point < POINTS; point++) {
          score += random.nextDouble() < chance ? 1 : 0;
        }
        values[i][example] = score;
      }
    }

    private double chance(int system, double difficulty) {
      return 1 / (1 + Math.exp(difficulty - ability(system, systems, 0.8)));
    }

    private static double[] points(double chance) {
      var points = new double[POINTS + 1];
      points[0] = 1;
      for (var point = 1; point <= POINTS; point++) {
        for (var k = point; k >= 0; k--) {
          points[k] = points[k] * (1 - chance) + (k > 0 ? points[k - 1] * chance : 0);
        }
      }
      return points;
    }
  }
}
