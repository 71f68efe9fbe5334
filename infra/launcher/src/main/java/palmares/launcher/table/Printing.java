package palmares.launcher.table;

import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Option;

/// How a report is printed, as a part of the commands that print one.
public final class Printing {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, csv or markdown; table if not given")
  private Format format = Format.table;

  public void print(Surroundings surroundings, Report report) {
    surroundings.print(report.as(format));
  }
}
