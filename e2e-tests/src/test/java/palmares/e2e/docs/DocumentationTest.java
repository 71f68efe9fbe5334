package palmares.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Follows each page from its first snippet to its last, in a folder and a home of its own, as an
/// administrator of a platform that runs. A page that starts a platform gets nothing but that.
///
/// What a page takes for granted stands in `docs/NAME.sh` beside the tests.
class DocumentationTest {

  private static final Path ROOT = Path.of(System.getProperty("palmares.root"));
  private static final Path PROGRAM = ROOT.resolve("palmares");
  private static final Path TOKEN = Path.of(".config/palmares/token");
  private static final Set<String> CHECKED =
      Set.of("sh", "python", "yaml", "json", "csv", "properties");

  /// Snippets that no test runs, each with its reason in its page: more of them is a decision.
  private static final int NOT_RUN = 4;

  @TempDir static Path folder;

  private static Terminal platform;
  private static String address;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no /usr/bin/python3");
    platform = new Terminal(folder.resolve("platform"), PROGRAM, Map.of());
    platform.follow(new Snippet("a platform", 1, "sh", "stays", "palmares up --data data"));
    platform.run("signing in", "palmares sign-in admin; echo \"$PALMARES_API\" >address", 0);
    address = Files.readString(folder.resolve("platform/work/address")).strip();
  }

  @AfterAll
  static void end() {
    if (platform != null) {
      platform.close();
    }
  }

  @ParameterizedTest
  @MethodSource("pagesOfAPlatform")
  void everySnippetOfThePageDoesWhatItSays(String page) throws Exception {
    var snippets = Snippet.of(ROOT, page).stream().filter(each -> !each.isShown()).toList();

    try (var reader = new Terminal(folder.resolve(page.replace('/', '-')), PROGRAM, Map.of())) {
      prepare(reader, page, snippets.stream().anyMatch(Snippet::stays));
      for (var snippet : snippets) {
        if (snippet.notRun() == null) {
          reader.follow(snippet);
        }
      }
    }
  }

  private static void prepare(Terminal reader, String page, boolean startsItsOwn)
      throws IOException, InterruptedException {
    if (!startsItsOwn) {
      reader.export("PALMARES_API", address);
      Files.createDirectories(reader.home().resolve(TOKEN).getParent());
      Files.copy(platform.home().resolve(TOKEN), reader.home().resolve(TOKEN));
    }
    var name = page.replaceAll(".*/", "").replace(".md", ".sh");
    try (var before = DocumentationTest.class.getResourceAsStream("/docs/" + name)) {
      if (before != null) {
        reader.run(name, new String(before.readAllBytes()), 0);
      }
    }
  }

  @Test
  void whatIsNotRunSaysWhy() {
    var snippets = pages().flatMap(page -> Snippet.of(ROOT, page).stream()).toList();
    var notRun = snippets.stream().filter(each -> each.notRun() != null).toList();
    var shown = snippets.stream().filter(Snippet::isShown).count();
    notRun.forEach(each -> System.out.println("not run: " + each.place() + ": " + each.notRun()));
    System.out.printf(
        "%d snippets: %d run, %d shown, %d not run%n",
        snippets.size(), snippets.size() - shown - notRun.size(), shown, notRun.size());

    assertThat(notRun).hasSize(NOT_RUN);
    assertThat(notRun).allSatisfy(each -> assertThat(each.notRun()).hasSizeGreaterThan(15));
    assertThat(snippets)
        .filteredOn(each -> !each.isShown() && each.notRun() == null)
        .allSatisfy(each -> assertThat(CHECKED).as(each.place()).contains(each.language()));
  }

  /// [OperatorPageTest] follows the one that sets a deployment up.
  static Stream<String> pagesOfAPlatform() {
    return pages().filter(page -> !page.endsWith("/operator.md"));
  }

  static Stream<String> pages() {
    try (var files = Files.list(ROOT.resolve("docs"))) {
      var docs =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> "docs/" + name)
              .sorted()
              .toList();
      return Stream.concat(List.of("README.md", "CONTRIBUTING.md").stream(), docs.stream());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot list the pages", e);
    }
  }
}
