package palmares.launcher.rank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Printing;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.scoring.battle.Leverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Names the battles without which another system would be first.
@Command(
    name = "leverage",
    description = {
      "Name the fewest battles found without which another system would be first, by the",
      "Bradley-Terry ranking of a CSV file of votes, which has the columns that `palmares rank`",
      "reads. A first place that a handful of battles decide is not firm.",
      "",
      "  formula  away goes, again and again, a battle that moves the first two most: w (o - p)",
      "           (c_i - c_j), H c = e_first - e_other, H the information; all is fitted anew each",
      "           time. That no smaller set does the same is likely, not proven",
      "  columns  left, right, outcome (1: left won, 0: right won), how many such battles, and",
      "           which ones, counted from 1 in the order of the file",
      "  source   Huang et al., Dropping Just a Handful of Preferences Can Change Top Large Language",
      "           Model Rankings (2025)",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:answered, also where the first place is firm", "2:bad input"})
final class LeverageCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("first", "successor", "left", "right", "outcome", "battles", "which");

  private static final String FIRM =
      "no other system can be put first by leaving battles out and keep all on one scale";

  private final Surroundings surroundings;

  @Option(names = "--votes", required = true, paramLabel = "F.csv", description = "the votes")
  private Path votes = Path.of("");

  @Mixin private VoteColumns columns = new VoteColumns();

  @Mixin private Printing printing = new Printing();

  LeverageCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var read = new VoteFile(votes, columns).read();
    try {
      printing.print(surroundings, report(Leverage.of(read.battles())));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("leverage: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private static Report report(Optional<Leverage> found) {
    var rows = new ArrayList<List<@Nullable Object>>();
    found.ifPresent(leverage -> leverage.groups().forEach(group -> rows.add(row(leverage, group))));
    return new Report(
        "leverage@1",
        Map.of(),
        Optional.empty(),
        COLUMNS,
        rows,
        List.of(found.map(LeverageCommand::summary).orElse(FIRM)));
  }

  private static String summary(Leverage leverage) {
    return String.format(
        Locale.ROOT,
        "without %,d of %,d battles (%.2f %%) %s is first in place of %s",
        leverage.size(),
        leverage.battles(),
        100.0 * leverage.size() / leverage.battles(),
        leverage.successor(),
        leverage.first());
  }

  private static List<@Nullable Object> row(Leverage leverage, Leverage.Group group) {
    return Arrays.asList(
        leverage.first(),
        leverage.successor(),
        group.left(),
        group.right(),
        group.outcome(),
        group.rows().size(),
        group.rows().stream().map(row -> "" + (row + 1)).collect(Collectors.joining(" ")));
  }
}
