package palmares.launcher.score;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.board.LengthControlFit;
import palmares.scoring.board.LengthControlFit.Rows;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// AlpacaEval's win rate, plain and at the length of the baseline.
@Command(
    name = "alpaca-eval",
    description = {
      "AlpacaEval's win rates. Each system has a CSV file, SYSTEM.csv, a row for each instruction:",
      "  index       the instruction",
      "  preference  1 to 2, 2 when the system's response is preferred; 0 is a draw",
      "  len_1, len_2  characters of the response of the baseline, and of the system",
      "",
      "  winRate            100 mean (preference - 1), with its standard error sd / sqrt n",
      "  lengthControlled   100 mean s(difficulty * difficulty_i + bias), of the model",
      "                     P(preferred) = s(length tanh(d / sd) + difficulty * difficulty_i + bias),",
      "                     d = len_1 - len_2, with an absolute penalty chosen on held-out instructions",
      "  source             Dubois et al. 2024; alpaca_eval metrics/glm_winrate.py",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored, also where a system has no length-controlled rate", "2:bad input"})
final class AlpacaEvalCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "system",
          "lengthControlled",
          "lcStandardError",
          "winRate",
          "standardError",
          "length",
          "difficulty",
          "bias",
          "c",
          "examples",
          "reason");

  private final Surroundings surroundings;

  @Option(
      names = "--scores",
      required = true,
      paramLabel = "PATH",
      description = "the file of a system, or a folder of them")
  private Path scores = Path.of("");

  @Option(
      names = "--difficulty",
      required = true,
      paramLabel = "F.csv",
      description = "index, instruction_difficulty")
  private Path difficulty = Path.of("");

  @Option(
      names = "--gamed",
      split = ",",
      paramLabel = "F.csv",
      description = "files of the baseline told to be long or short; none if not given")
  private List<Path> gamed = List.of();

  @Option(
      names = "--lambda",
      defaultValue = "0.2",
      paramLabel = "L",
      description = "what the gamed rows together count; 0.2 if not given")
  private double lambda;

  @Option(
      names = "--c",
      paramLabel = "C",
      description = "the penalty, as liblinear has it; chosen by five-fold validation if not given")
  private Optional<Double> c = Optional.empty();

  @Mixin private Printing printing = new Printing();

  AlpacaEvalCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var difficulties = Difficulties.read(difficulty);
    var games =
        gamed.stream().map(path -> controllable(PreferenceFile.read(path), difficulties)).toList();
    var rows = new ArrayList<List<@Nullable Object>>();
    var notes = new ArrayList<String>();
    for (var file : PreferenceFile.all(scores)) {
      rows.add(row(PreferenceFile.read(file), difficulties, games, notes));
    }
    rows.sort(
        Comparator.comparingDouble(
            row -> row.get(1) instanceof Double rate ? -rate : Double.MAX_VALUE));
    printing.print(
        surroundings,
        new Report("alpaca-eval@1", settings(), Optional.empty(), COLUMNS, rows, notes));
    return ExitCode.DONE;
  }

  private List<@Nullable Object> row(
      PreferenceFile file, Difficulties difficulties, List<Rows> games, List<String> notes) {
    if (file.isOfOneLength()) {
      return Arrays.asList(
          file.system(),
          null,
          null,
          file.winRate(),
          file.standardError(),
          null,
          null,
          null,
          null,
          file.size(),
          "all differences of length are the same");
    }
    try {
      var own = file.rows(difficulties);
      var found =
          c.isPresent()
              ? LengthControlFit.withPenalty(own, games, lambda, c.get())
              : LengthControlFit.of(own, games, lambda);
      var rate = found.weights().rate(own.difficulty());
      var change = Math.abs(rate.value() - file.winRate());
      if (change > Math.max(10, file.winRate() / 4)) {
        notes.add(
            "%s: length control moves the rate by %.1f points: read both"
                .formatted(file.system(), change));
      }
      return List.of(
          file.system(),
          rate.value(),
          rate.standardError(),
          file.winRate(),
          file.standardError(),
          found.weights().length(),
          found.weights().difficulty(),
          found.weights().bias(),
          found.c(),
          file.size(),
          "");
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("%s: %s".formatted(file.path(), e.getMessage()), e);
    }
  }

  private static Rows controllable(PreferenceFile file, Difficulties difficulties) {
    try {
      return file.rows(difficulties);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("%s: %s".formatted(file.path(), e.getMessage()), e);
    }
  }

  private Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "lambda", "" + lambda,
            "c", c.map(String::valueOf).orElse("chosen"),
            "gamed", gamed.toString()));
  }
}
