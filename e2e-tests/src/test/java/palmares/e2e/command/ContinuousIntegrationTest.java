package palmares.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.e2e.command.SourceTree.Outcome;

final class ContinuousIntegrationTest {
  private static final String ONE_PASSED = report(1, 0, 0, "");
  private static final String ONE_SKIPPED =
      report(2, 0, 1, "<testcase name=\"b\" classname=\"x.Y\">\n<skipped message=\"no broker\"/>");

  @TempDir private Path folder;
  private SourceTree tree;

  @BeforeEach
  void growTree() throws Exception {
    tree = SourceTree.in(folder);
  }

  @Test
  void passesWhenATestRanAndNoneWasSkipped() throws Exception {
    var outcome = runWith(ONE_PASSED, 0);

    assertThat(outcome.status()).isZero();
    assertThat(outcome.output()).endsWith("1 passed, 0 failed, 0 skipped\n");
  }

  @Test
  void failsWhenATestWasSkippedThatIsNotOnTheList() throws Exception {
    var outcome = runWith(ONE_SKIPPED, 0);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("not in .ci/allowed-skips: x.Y#b  no broker")
        .endsWith("1 passed, 0 failed, 1 skipped\n");
  }

  @Test
  void passesWhenTheSkippedTestIsOnTheList() throws Exception {
    tree.write(".ci/allowed-skips", "# Why it may be skipped.\nx.Y#b\n");

    assertThat(runWith(ONE_SKIPPED, 0).status()).isZero();
  }

  @Test
  void aTestOnTheListMayBeSkippedWithAnyArguments() throws Exception {
    tree.write(".ci/allowed-skips", "# Why it may be skipped.\nx.Y#b\n");

    assertThat(runWith(ONE_SKIPPED.replace("\"b\"", "\"b(String)[2]\""), 0).status()).isZero();
  }

  @Test
  void failsWhenATestFailed() throws Exception {
    var outcome = runWith(report(2, 1, 0, ""), 1);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).endsWith("1 passed, 1 failed, 0 skipped\n");
  }

  @Test
  void failsWhenNoTestRan() throws Exception {
    var outcome = runWith(report(0, 0, 0, ""), 0);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("no test passed");
  }

  private Outcome runWith(String report, int status) throws Exception {
    tree.write("report", report);
    tree.maven(
        "mkdir -p scoring/target/surefire-reports\n"
            + "cp report scoring/target/surefire-reports/TEST-x.Y.xml\n"
            + "exit "
            + status);
    // Nothing is installed for the tests of a test: what they look for is there.
    tree.executable("servers/rabbitmq-server", "");
    tree.executable("servers/chromium", "");
    var path = tree.file("servers") + ":" + System.getenv("PATH");
    return Outcome.of(
        tree.start(folder, Map.of("PATH", path), "bash", tree.file(".ci/run").toString()));
  }

  private static String report(int tests, int failures, int skipped, String cases) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuite name="x.Y" time="0.1" tests="%d" errors="0" skipped="%d" failures="%d">
      %s
    </testsuite>
    """
        .formatted(tests, skipped, failures, cases);
  }
}
