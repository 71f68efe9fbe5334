package palmares.launcher.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.MethodFooter;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.policy.BanditEstimator;
import palmares.scoring.policy.Estimate;
import palmares.scoring.policy.TrajectoryEstimator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what a policy would be worth from what another one did.
@Command(
    name = "ope",
    description = {
      "Estimate what a policy is worth from what another one did; needs no server.",
      "",
      "--trajectories takes a CSV file with a row for each step: traj, t (from 0), action, reward,",
      "pscore (probability of the action as it was taken), pe0, pe1, ... (of each action under the",
      "policy to be judged) and q0, q1, ... (what a model says each is worth).",
      "--logs takes the rounds of a bandit, a row each.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:estimated; notes warn of few effective samples", "2:bad input"})
public final class OpeCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("estimator", "value", "samples", "effectiveSamples");

  private final Surroundings surroundings;

  @Parameters(
      paramLabel = "ESTIMATOR",
      split = ",",
      arity = "1..*",
      description = "one or more of those below")
  private List<String> estimators = List.of();

  @Option(names = "--trajectories", paramLabel = "F.csv", description = "the trajectories")
  private Optional<Path> trajectories = Optional.empty();

  @Option(
      names = "--gamma",
      defaultValue = "1",
      paramLabel = "G",
      description = "discount of each step; 1 if not given")
  private double gamma;

  @Option(names = "--logs", paramLabel = "F.csv", description = "the rounds of a bandit")
  private Optional<Path> logs = Optional.empty();

  @Option(
      names = "--policy",
      defaultValue = LogFile.UNIFORM,
      paramLabel = "COLUMN",
      description =
          "probability of the action under the policy to be judged; uniform over the actions of the"
              + " file if not given")
  private String policy = LogFile.UNIFORM;

  @Option(
      names = "--action",
      defaultValue = "item_id",
      paramLabel = "COLUMN",
      description = "of --logs; item_id if not given")
  private String action = "";

  @Option(
      names = "--reward",
      defaultValue = "click",
      paramLabel = "COLUMN",
      description = "of --logs; click if not given")
  private String reward = "";

  @Option(
      names = "--propensity",
      defaultValue = "propensity_score",
      paramLabel = "COLUMN",
      description = "of --logs; propensity_score if not given")
  private String propensity = "";

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "of --logs, two: what a model says the action brings, and what the policy to be judged"
              + " brings on average")
  private List<String> model = List.of();

  @Option(
      names = "--lambda",
      defaultValue = "Infinity",
      paramLabel = "L",
      description = "of --logs, bounds the weights; no bound if not given")
  private double lambda;

  @Mixin private Printing printing = new Printing();

  private OpeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The command as a part of `palmares`.
  public static CommandLine commandLine(Surroundings surroundings) {
    return MethodFooter.on(new CommandLine(new OpeCommand(surroundings)), OpeCommand::described);
  }

  private static List<String> described() {
    var footer = new ArrayList<>(List.of("", "Of trajectories:"));
    for (var each : TrajectoryEstimator.values()) {
      footer.add("  %-7s %s".formatted(word(each), each.formula()));
    }
    footer.addAll(
        List.of(
            "  source  SCOPE-RL ope/discrete/basic_estimators.py",
            "",
            "Of a bandit, w = probability under the policy / propensity, at most lambda, r the reward,",
            "Q what a model says the action brings, V what it says the policy brings:"));
    for (var each : BanditEstimator.values()) {
      footer.add("  %-9s %s".formatted(word(each), each.formula()));
    }
    footer.add("  source    obp ope/estimators.py");
    return footer;
  }

  @Override
  public Integer call() {
    if (trajectories.isPresent() == logs.isPresent()) {
      throw CommandFailure.badInput("one of --trajectories and --logs is needed, and not both");
    }
    var rows = new ArrayList<List<@Nullable Object>>();
    var notes = new ArrayList<String>();
    estimates()
        .forEach((name, estimate) -> {
          var found = estimated(name, estimate);
          rows.add(Arrays.asList(name, found.value(), found.samples(), found.effectiveSamples()));
          found.notes().forEach(note -> notes.add(name + ": " + note));
        });
    printing.print(
        surroundings, new Report("ope", settings(), Optional.empty(), COLUMNS, rows, notes));
    return ExitCode.DONE;
  }

  private Map<String, Supplier<Estimate>> estimates() {
    var known = new TreeMap<String, Supplier<Estimate>>();
    if (trajectories.isPresent()) {
      var read = TrajectoryFile.read(trajectories.get());
      for (var each : TrajectoryEstimator.values()) {
        known.put(word(each), () -> each.of(read, gamma));
      }
    } else {
      var file = new LogFile(logs.orElseThrow(), action, reward, propensity, policy, model);
      var rounds = file.read();
      for (var each : BanditEstimator.values()) {
        known.put(word(each), () -> each.of(rounds, lambda));
      }
    }
    for (var name : estimators) {
      if (!known.containsKey(name)) {
        throw CommandFailure.badInput(
            "no estimator '%s' for this file; there are %s".formatted(name, known.keySet()));
      }
    }
    known.keySet().retainAll(estimators);
    return known;
  }

  private static Estimate estimated(String name, Supplier<Estimate> estimate) {
    try {
      return estimate.get();
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput(name + ": " + e.getMessage(), e);
    }
  }

  private Map<String, String> settings() {
    return trajectories.isPresent()
        ? Map.of("gamma", "" + gamma)
        : new TreeMap<>(
            Map.of(
                "policy",
                policy,
                "action",
                action,
                "reward",
                reward,
                "propensity",
                propensity,
                "lambda",
                "" + lambda,
                "model",
                String.join(",", model)));
  }

  private static String word(Enum<?> estimator) {
    return estimator.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
