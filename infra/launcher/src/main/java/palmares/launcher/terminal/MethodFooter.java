package palmares.launcher.terminal;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The methods below the help of a command, looked up only when somebody asks for it.
public final class MethodFooter {

  private MethodFooter() {}

  public static CommandLine on(CommandLine line, Supplier<List<String>> described) {
    line.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER,
            help -> {
              var lines = described.get().stream().map(text -> text.replace("%", "%%"));
              help.commandSpec().usageMessage().footer(lines.toArray(String[]::new));
              return help.footer();
            });
    return line;
  }
}
