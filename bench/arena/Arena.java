package arena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import palmares.scoring.battle.BattleMethod;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.battle.Counting;
import palmares.scoring.battle.Elo;
import palmares.scoring.battle.StyleControl;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Settings;

/// How long rankings take on 1.7 million votes among 130 systems: wall clock, best and worst of
/// seven after two for warming up, beside the target, the book's formula in Java, and what the
/// projects that publish such rankings took on a machine of the same size.
final class Arena {

  private static final int VOTES = 1_700_000;
  private static final int SYSTEMS = 130;
  private static final int WARM_UP = 2;
  private static final int RUNS = 7;
  private static final Settings PLAIN = Settings.of(Map.of("interval", "none"));
  private static final Settings DRAWN = Settings.of(Map.of("interval", "bootstrap"));

  private boolean missed;

  public static void main(String[] arguments) throws Exception {
    var arena = new Arena();
    System.out.printf("%-62s %8s %8s %8s %8s  %s%n", "task", "target", "best s", "worst s", "naive", "peers, recorded");
    var votes = Votes.of(VOTES, SYSTEMS);
    check(votes);
    arena.rankings(votes);
    arena.growth();
    arena.slices();
    arena.processes(votes, Path.of(System.getProperty("palmares.root")));
    System.exit(arena.missed ? 1 : 0);
  }

  /// Sums that the generator in Python prints.
  private static void check(Votes votes) {
    var left = Arrays.stream(votes.left()).asLongStream().sum();
    var right = Arrays.stream(votes.right()).asLongStream().sum();
    if (left != 77_212_551L || right != 109_881_196L) {
      throw new IllegalStateException("other votes than the generator makes: " + left + ", " + right);
    }
  }

  private void rankings(Votes votes) {
    var named = Naive.battles(votes);
    var battles = votes.battles();
    task("Elo", 0.05, () -> rank(new Elo(), battles, Settings.NONE), () -> Naive.elo(named), "FastChat 3.4");
    task("counting", 0.05, () -> rank(new Counting(), battles, Settings.NONE), () -> Naive.wins(named), "");
    task(
        "Bradley-Terry with counting, exact",
        0.1,
        () -> rank(new BradleyTerry(), battles, PLAIN),
        () -> Naive.bradleyTerry(named),
        "FastChat 2.6, evalica in Python 7.3, choix 3.1");
    task("... with the interval of the sandwich", 0, () -> rank(new BradleyTerry(), battles, Settings.NONE), null, "");
    task(
        "... 1,000 bootstrap rounds",
        1,
        () -> rank(new BradleyTerry(), battles, DRAWN),
        null,
        "FastChat 13.0 for 100 rounds, 8.2 by two processes");
    var styled = votes.styled(battles);
    task(
        "style-controlled Bradley-Terry, 4 features",
        0.7,
        () -> checked(StyleControl.rank(styled, PLAIN)),
        null,
        "FastChat 8.3");
    var raters = votes.byRater(50_000);
    task("Bradley-Terry clustered by 50,000 raters", 0, () -> rank(new BradleyTerry(), raters, Settings.NONE), null, "");
    task(
        "... 1,000 cluster bootstrap rounds",
        0,
        () -> rank(new BradleyTerry(), raters, Settings.of(Map.of("interval", "cluster-bootstrap"))),
        null,
        "");
  }

  private void growth() {
    for (var millions : List.of(1, 2, 4, 8)) {
      var battles = Votes.of(millions * 1_000_000, SYSTEMS).battles();
      task("Bradley-Terry with counting, %d M votes".formatted(millions), 0, () -> rank(new BradleyTerry(), battles, PLAIN), null, "");
    }
  }

  private void slices() {
    var votes = Votes.of(1_000_000, SYSTEMS);
    var battles = votes.battles();
    var raters = votes.byRater(30_000);
    task("slice of 1 M votes, interval by the sandwich", 0.2, () -> rank(new BradleyTerry(), battles, Settings.NONE), null, "");
    task("slice of 1 M votes, clustered by 30,000 raters", 0.2, () -> rank(new BradleyTerry(), raters, Settings.NONE), null, "");
  }

  private void processes(Votes votes, Path root) throws IOException {
    var file = Files.createTempFile("votes", ".csv");
    votes.write(file);
    task("whole process, CSV on disk to printed table", 1.5, () -> process(root, file, "bradley-terry", "-Xmx1g"), null, "");
    task("... Elo", 1.5, () -> process(root, file, "elo", "-Xmx1g"), null, "");
    Votes.of(10_000_000, SYSTEMS).write(file);
    task("whole process, 10 M votes in a heap of 1 GB", 0, () -> process(root, file, "bradley-terry", "-Xmx1g"), null, "");
    Files.delete(file);
  }

  private static Object process(Path root, Path file, String method, String heap) {
    try {
      var builder =
          new ProcessBuilder(root.resolve("palmares").toString(), "rank", method, "--votes", file.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("PALMARES_JAVA_OPTS", heap);
      var code = builder.start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("exit code " + code);
      }
      return code;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void task(String task, double target, Supplier<?> work, Supplier<?> naive, String peers) {
    for (var run = 0; run < WARM_UP; run++) {
      work.get();
    }
    var best = Double.POSITIVE_INFINITY;
    var worst = 0.0;
    for (var run = 0; run < RUNS; run++) {
      var seconds = seconds(work);
      best = Math.min(best, seconds);
      worst = Math.max(worst, seconds);
    }
    missed |= target > 0 && best > target;
    System.out.printf(
        "%-62s %8s %8.3f %8.3f %8s  %s%s%n",
        task,
        target > 0 ? "< " + target : "",
        best,
        worst,
        naive == null ? "" : "%.2f".formatted(Math.min(seconds(naive), seconds(naive))),
        peers,
        target > 0 && best > target ? "  MISSED" : "");
  }

  private static double seconds(Supplier<?> work) {
    var start = System.nanoTime();
    work.get();
    return (System.nanoTime() - start) / 1e9;
  }

  private static Ranking rank(BattleMethod method, Battles battles, Settings settings) {
    return checked(method.rank(battles, settings));
  }

  private static Ranking checked(Ranking ranking) {
    if (!ranking.fit().converged() || !ranking.ratings().stream().allMatch(Ranked.class::isInstance)) {
      throw new IllegalStateException("not all are ranked: " + ranking.notes());
    }
    return ranking;
  }
}
