package palmares.launcher.client;

import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
    name = "import",
    description = {
      "Import evidence that others measured. It is ranked apart from what is measured here,",
      "marked as claimed elsewhere. The same files again change nothing."
    })
final class ImportCommand {

  private ImportCommand() {}

  static CommandLine command(Surroundings surroundings) {
    return new CommandLine(new ImportCommand())
        .addSubcommand(new ImportAlpacaEvalCommand(surroundings))
        .addSubcommand(new ImportBattlesCommand(surroundings))
        .addSubcommand(new ImportListCommand(surroundings));
  }
}
