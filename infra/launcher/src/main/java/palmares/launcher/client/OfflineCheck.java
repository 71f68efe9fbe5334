package palmares.launcher.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import palmares.api.benchmark.BenchmarkCheck;
import palmares.api.benchmark.BenchmarkCheck.Checked;
import palmares.contract.work.Work.Offer;
import palmares.launcher.terminal.CommandFailure;
import palmares.worker.evaluator.Evaluators;

/// Checks a benchmark as the api would, against the evaluators that this installation comes with.
final class OfflineCheck {

  private OfflineCheck() {}

  /// @return what it found, in words
  /// @throws CommandFailure that lists every flaw
  static String of(Path folder) {
    var good = read(folder);
    return "%s %s: %d examples, %d evaluators, %d leaderboards, no flaw"
        .formatted(
            good.spec().name(),
            good.spec().version(),
            good.examples().size(),
            good.spec().evaluators().size(),
            good.spec().leaderboards().size());
  }

  /// @throws CommandFailure that lists every flaw
  static Checked.Good read(Path folder) {
    for (var file : List.of(BenchmarkCheck.SPEC_FILE, BenchmarkCheck.EXAMPLES_FILE)) {
      if (!Files.isRegularFile(folder.resolve(file))) {
        throw CommandFailure.badInput(
            "no file "
                + folder.resolve(file)
                + "; `palmares benchmark new DIR` writes a benchmark");
      }
    }
    return switch (check().folder(folder)) {
      case Checked.Good good -> good;
      case Checked.Flawed flawed -> throw CommandFailure.badInput(words(folder, flawed));
    };
  }

  private static String words(Path folder, Checked.Flawed flawed) {
    var flaws = flawed.flaws();
    var count = flaws.size() == 1 ? "1 flaw" : flaws.size() + " flaws";
    return flaws.stream()
        .map(Refusal::flaw)
        .collect(Collectors.joining("\n", folder + ": " + count + "\n", ""));
  }

  private static BenchmarkCheck check() {
    var evaluators =
        Evaluators.found(texts -> {
          throw new IllegalStateException("a check computes no embedding");
        });
    return new BenchmarkCheck(
        evaluators.offers().stream().collect(Collectors.toMap(Offer::key, Offer::kind)));
  }
}
