package palmares.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class PalmaresTest {

  private static final Path REFERENCE =
      Path.of(Objects.requireNonNull(System.getProperty("palmares.root")), "docs", "command.md");

  @TempDir Path home;

  @Test
  void helpListsTheCommandsAndTheExitCodes() {
    var shell = new Shell(home);

    var code = shell.run("--help");

    assertThat(code).isZero();
    assertThat(shell.out()).contains("submit", "leaderboard", "Exit codes:", "3    no answer");
    assertThat(shell.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void anUnknownCommandIsBadInputAndAnsweredWithTheList() {
    var shell = new Shell(home);

    var code = shell.run("submitt");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains("submitt").contains("Commands:");
  }

  @Test
  void everyCommandHasHelpWithADescription() {
    assertThat(commands())
        .allSatisfy(command ->
            assertThat(command.getCommandSpec().usageMessage().description())
                .as(command.getCommandSpec().qualifiedName())
                .isNotEmpty());
  }

  @Test
  void theReferenceListsExactlyTheCommandsThatThereAre() throws IOException {
    var headings =
        Pattern.compile("^#+ `(palmares [^`]+)`$", Pattern.MULTILINE)
            .matcher(Files.readString(REFERENCE))
            .results()
            .map(heading -> heading.group(1));

    assertThat(headings)
        .containsExactlyInAnyOrderElementsOf(
            commands().map(command -> command.getCommandSpec().qualifiedName()).toList());
  }

  @Test
  void theReferenceExplainsEveryOption() throws IOException {
    var reference = Files.readString(REFERENCE);

    assertThat(commands())
        .allSatisfy(command -> {
          var name = command.getCommandSpec().qualifiedName();
          var section = sectionOf(reference, name);
          assertThat(optionsOf(command))
              .as("options in the section of " + name)
              .allSatisfy(option -> assertThat(section).contains(option));
        });
  }

  private Stream<CommandLine> commands() {
    return Palmares.commandLine(new Shell(home).surroundings()).getSubcommands().values().stream()
        .distinct()
        .flatMap(command ->
            Stream.concat(Stream.of(command), command.getSubcommands().values().stream()));
  }

  private static List<String> optionsOf(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.hidden())
        .filter(option -> !List.of("--api", "--token-file").contains(option.longestName()))
        .map(OptionSpec::longestName)
        .toList();
  }

  private static String sectionOf(String reference, String command) {
    var start = reference.indexOf("# `" + command + "`\n");
    assertThat(start).as("a section of " + command).isNotNegative();
    var end = reference.indexOf("\n#", start);
    return reference.substring(start, end < 0 ? reference.length() : end);
  }
}
