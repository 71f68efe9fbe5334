package palmares.launcher.client;

import java.util.HashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.contract.imported.ImportEntry;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "What was imported so far, newest first.")
final class ImportListCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Option(names = "--benchmark", paramLabel = "NAME", description = "only its imports")
  private @Nullable String benchmark;

  @Option(names = "--json", description = "print the reports as JSON")
  private boolean json;

  ImportListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var query = new HashMap<String, String>();
    if (benchmark != null) {
      query.put("benchmark", benchmark);
    }
    var imports = api.connect().allPages("/imports", query, ImportEntry.class);
    if (json) {
      surroundings.print(ApiJson.pretty(imports));
    } else if (imports.isEmpty()) {
      surroundings.say("nothing was imported that you may see");
    } else {
      var table =
          TextTable.of(
              Column.words("when"),
              Column.words("team", 20),
              Column.words("benchmark", 34),
              Column.words("systems", 46),
              Column.words("decided by", 34),
              Column.numbers("taken"),
              Column.numbers("of"));
      imports.forEach(each -> table.row(cells(each)));
      surroundings.print(table.toString());
    }
    return ExitCode.DONE;
  }

  private static String[] cells(ImportEntry entry) {
    var report = entry.report();
    return new String[] {
      Words.time(entry.at()),
      entry.team(),
      report.benchmark() + " " + report.version(),
      ImportText.systems(report),
      report.rater(),
      Integer.toString(report.taken()),
      Integer.toString(report.rows())
    };
  }
}
