package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.policy.PolicySelection;
import palmares.scoring.policy.PolicySelection.Convention;
import palmares.scoring.policy.SelectionErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what comes of acting on the policies that estimators put first.
@Command(
    name = "sharpe",
    description = {
      "Say what comes of acting on the k policies that an estimator puts first: SharpeRatio@k = (best",
      "of the k - baseline) / their standard deviation, with what it is made of; needs no server.",
      "",
      "The CSV file has a row for each policy, its name first, what it is worth in one column and what",
      "estimators say in others. Where estimates tie, the worse policy counts as chosen first.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:computed, also where a ratio is undefined", "2:bad input"},
    footer = {
      "",
      "Conventions:",
      "  scope-rl  deviation with 1 / (k - 1); an excess below 0 is 0; a baseline that is a policy of",
      "            the file cannot be chosen (SCOPE-RL ope/ops.py)",
      "  paper     deviation with 1 / k; the excess may be negative; a baseline that is a policy of the",
      "            file can be chosen (Kiyohara et al. 2024)"
    })
public final class SharpeCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "estimator",
          "k",
          "kth",
          "best",
          "worst",
          "mean",
          "std",
          "safetyViolationRate",
          "sharpeRatio",
          "regret",
          "ndcg",
          "reason");

  private final Surroundings surroundings;

  @Option(names = "--policies", required = true, paramLabel = "F.csv", description = "the policies")
  private Path policies = Path.of("");

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "V",
      description = "what the present policy is worth, or which one of the file it is")
  private String baseline = "";

  @Option(
      names = "--k",
      defaultValue = "1..5",
      paramLabel = "K",
      description = "how many are chosen, such as 3 or 1..10; 1..5 if not given")
  private String picks = "";

  @Option(
      names = "--convention",
      defaultValue = "scope-rl",
      paramLabel = "NAME",
      description = "scope-rl or paper, see below; scope-rl if not given")
  private String convention = "";

  @Option(
      names = "--threshold",
      defaultValue = "0",
      paramLabel = "T",
      description = "below which a policy is not safe; 0 if not given")
  private double threshold;

  @Option(
      names = "--truth",
      defaultValue = "true_value",
      paramLabel = "COLUMN",
      description = "what each is worth; true_value if not given")
  private String truth = "";

  @Option(
      names = "--estimates",
      split = ",",
      paramLabel = "COLUMN",
      description = "of the estimators; all that start with est_ if not given")
  private List<String> estimates = List.of();

  @Mixin private Printing printing = new Printing();

  public SharpeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var chosen = convention();
    var ks = ks();
    var file = PolicyFile.read(policies, truth, baseline);
    var worth = file.baselineValue();
    var rows = new ArrayList<List<@Nullable Object>>();
    var notes = new ArrayList<String>();
    for (var estimator : file.estimators(estimates)) {
      var among = file.policies(estimator, chosen);
      var name = estimator.replaceFirst("^est_", "");
      for (var k : ks) {
        try {
          var selection = PolicySelection.of(among, k, worth, threshold, chosen);
          rows.add(
              row(
                  name,
                  selection,
                  SelectionErrors.regret(among, k),
                  SelectionErrors.ndcg(among, k)));
        } catch (IllegalArgumentException e) {
          throw CommandFailure.badInput("--k: " + e.getMessage(), e);
        }
      }
      notes.add(
          "%s: mse %.6g, rank correlation %s, type I %s, type II %s"
              .formatted(
                  name,
                  SelectionErrors.meanSquared(among),
                  shown(SelectionErrors.rankCorrelation(among)),
                  shown(SelectionErrors.typeOne(among, threshold)),
                  shown(SelectionErrors.typeTwo(among, threshold))));
    }
    printing.print(
        surroundings,
        new Report("sharpe", settings(worth), Optional.empty(), COLUMNS, rows, notes));
    return ExitCode.DONE;
  }

  private Map<String, String> settings(double worth) {
    return new TreeMap<>(
        Map.of("baseline", "" + worth, "convention", convention, "threshold", "" + threshold));
  }

  private Convention convention() {
    return switch (convention) {
      case "scope-rl" -> Convention.SCOPE_RL;
      case "paper" -> Convention.PAPER;
      default ->
          throw CommandFailure.badInput(
              "--convention must be scope-rl or paper: '" + convention + "'");
    };
  }

  private int[] ks() {
    try {
      var ends = picks.split("\\.\\.", 2);
      return IntStream.rangeClosed(
              Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
          .toArray();
    } catch (NumberFormatException e) {
      throw CommandFailure.badInput(
          "--k must be a number or a range such as 1..10: '" + picks + "'", e);
    }
  }

  private static List<@Nullable Object> row(
      String name, PolicySelection selection, double regret, OptionalDouble ndcg) {
    var why = selection.k() == 1 ? "one pick has no spread" : "all picks are worth the same";
    return Arrays.asList(
        name,
        selection.k(),
        selection.kth(),
        selection.best(),
        selection.worst(),
        selection.mean(),
        boxed(selection.deviation()),
        selection.violations(),
        boxed(selection.ratio()),
        regret,
        boxed(ndcg),
        selection.ratio().isPresent() ? null : why);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String shown(OptionalDouble value) {
    return value.isPresent() ? "%.4f".formatted(value.getAsDouble()) : "undefined";
  }
}
