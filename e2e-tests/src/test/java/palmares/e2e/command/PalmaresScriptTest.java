package palmares.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.e2e.command.SourceTree.Outcome;

final class PalmaresScriptTest {
  private static final String BUILDING = "building Palmares";

  @TempDir private Path folder;
  private SourceTree tree;

  @BeforeEach
  void growTree() throws Exception {
    tree = SourceTree.in(folder.toRealPath());
  }

  @Test
  void buildsOnceAndThenStartsAtOnce() throws Exception {
    var first = tree.run("status");
    var second = tree.run("status");

    assertThat(first.output()).startsWith(BUILDING);
    assertThat(second.output()).doesNotContain(BUILDING).contains("palmares.jar\nstatus\n");
    assertThat(tree.calls()).hasSize(1);
  }

  @Test
  void tellsWhichModuleItBuilds() throws Exception {
    tree.maven(
        """
        echo '[INFO] Building Palmares 0.1.0-SNAPSHOT                 [1/9]'
        echo '[INFO] Building Palmares web 0.1.0-SNAPSHOT             [8/9]'
        echo '[INFO] Building jar: palmares-web.jar'
        mkdir -p infra/launcher/target; : > infra/launcher/target/palmares.jar
        """);

    var outcome = tree.run("status");

    assertThat(outcome.output().lines().skip(1).takeWhile(line -> !line.startsWith("called")))
        .containsExactly("  web");
  }

  @Test
  void letsAdviceBeTypedAsItWasCalled() throws Exception {
    var script = tree.file("palmares").toString();
    var path = Map.of("PATH", tree.root() + ":" + System.getenv("PATH"));

    assertThat(tree.run("status").output()).contains("called as " + script + "\n");
    assertThat(Outcome.of(tree.start(tree.root(), path, script, "status")).output())
        .contains("called as palmares\n");
  }

  @Test
  void buildsAgainWhenASourceChangedInContentAndNotInTime() throws Exception {
    tree.run("status");
    var source = tree.file("scoring/src/main/java/A.java");
    Files.writeString(source, Files.readString(source));
    tree.run("status");
    assertThat(tree.calls()).hasSize(1);

    Files.writeString(source, "class A { int b; }");
    tree.run("status");

    assertThat(tree.calls()).hasSize(2);
  }

  @Test
  void doesNotBuildForAChangedTest() throws Exception {
    tree.run("status");

    tree.write("scoring/src/test/java/ATest.java", "class ATest { int b; }");
    tree.run("status");

    assertThat(tree.calls()).hasSize(1);
  }

  @Test
  void buildsOnceForTwoThatStartTogether() throws Exception {
    tree.maven("sleep 1; mkdir -p infra/launcher/target; : > infra/launcher/target/palmares.jar");
    var script = tree.file("palmares").toString();

    var one = tree.start(tree.root(), Map.of(), script, "status");
    var other = tree.start(tree.root(), Map.of(), script, "status");

    assertThat(Outcome.of(one).status()).isZero();
    assertThat(Outcome.of(other).status()).isZero();
    assertThat(tree.calls()).hasSize(1);
    assertThat(tree.file(".palmares/lock")).doesNotExist();
  }

  @Test
  void takesOverTheLockOfAProcessThatIsGone() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(tree.file(".palmares"));
    Files.createSymbolicLink(tree.file(".palmares/lock"), Path.of(String.valueOf(gone.pid())));

    var outcome = tree.run("status");

    assertThat(outcome.status()).isZero();
    assertThat(tree.calls()).hasSize(1);
  }

  /// In a container that is started again each script may be process 1.
  @Test
  void takesOverTheLockOfAProcessThatHadItsOwnNumber() throws Exception {
    var script = "mkdir -p .palmares && ln -s $$ .palmares/lock && exec ./palmares status";

    var outcome = Outcome.of(tree.start(tree.root(), Map.of(), "bash", "-c", script));

    assertThat(outcome.status()).isZero();
    assertThat(tree.calls()).hasSize(1);
  }

  @Test
  void showsTheEndOfABuildThatFailed() throws Exception {
    tree.maven("echo the compiler says no; exit 1");

    var outcome = tree.run("status");

    assertThat(outcome.status()).isEqualTo(70);
    assertThat(outcome.output()).contains("the compiler says no", ".palmares/build.log");
  }

  @Test
  void worksFromAnywhereAndThroughALinkAndStaysThere() throws Exception {
    var elsewhere = Files.createDirectories(folder.toRealPath().resolve("elsewhere"));
    var link = Files.createSymbolicLink(elsewhere.resolve("p"), Path.of("../a tree/palmares"));

    var outcome = Outcome.of(tree.start(elsewhere, Map.of(), link.toString(), "submit", "a file"));

    assertThat(outcome.output())
        .contains("jdk in " + elsewhere + ":\n")
        .endsWith(tree.file("infra/launcher/target/palmares.jar") + "\nsubmit\na file\n");
  }

  @Test
  void passesOverAJdkThatIsTooOld() throws Exception {
    tree.jdk("old", "17.0.15");

    var outcome =
        Outcome.of(
            tree.start(
                tree.root(),
                Map.of(
                    "JAVA_HOME",
                    tree.file("old").toString(),
                    "PATH",
                    tree.file("jdk/bin") + ":" + System.getenv("PATH")),
                tree.file("palmares").toString(),
                "status"));

    assertThat(outcome.output()).startsWith(BUILDING).doesNotContain("old in ");
  }

  @Test
  void doesNotBuildInsideABuild() throws Exception {
    var outcome =
        Outcome.of(
            tree.start(
                tree.root(),
                Map.of("PALMARES_BUILDING", "1"),
                tree.file("palmares").toString(),
                "status"));

    assertThat(outcome.output()).contains("status\n");
    assertThat(tree.calls()).isEmpty();
  }
}
