package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class VerifyAndDoctorTest {

  @TempDir Path home;
  private final FakePlatform platform = new FakePlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void allNewestSnapshotsAreRecomputedPageByPage() {
    platform
        .answering("/leaderboards", page("l-1", "\"snapshot\":\"a\",", "\"c1\""))
        .answering("/leaderboards", page("l-2", "", "\"c2\""))
        .answering("/leaderboards", page("l-3", "\"snapshot\":\"b\",", "null"))
        .answering("/snapshots/a/verification", verification("a", true))
        .answering("/snapshots/b/verification", verification("b", true));
    var shell = shell();

    var code = shell.run("verify", "--all");

    assertThat(code).isZero();
    assertThat(shell.out()).endsWith("verify: 2 of 2 boards recomputed from evidence: equal\n");
    assertThat(platform.asked().get(2).query()).contains("cursor=c2");
  }

  @Test
  void aDifferenceShowsInTheExitCode() {
    platform.answering("/snapshots/a/verification", verification("a", false));
    var shell = shell();

    var code = shell.run("verify", "a");

    assertThat(code).isEqualTo(1);
    assertThat(shell.out()).contains("a: DIFFERENT\n  rank of bm25: 2, was 1\n").contains("0 of 1");
  }

  @Test
  void nothingToVerifyIsBadInput() {
    assertThat(shell().run("verify")).isEqualTo(2);
    assertThat(shell().run("verify", "a", "--all")).isEqualTo(2);
  }

  @Test
  void theDoctorsFindingsShowInTheExitCode() {
    platform.answering(
        "/doctor",
        "{\"healthy\":false,\"checks\":{\"overdue rows\":2,\"orphan blobs\":0},\"details\":[\"job 7"
            + " since 10:42\"]}");
    var shell = shell();

    var code = shell.run("doctor");

    assertThat(code).isEqualTo(1);
    assertThat(shell.out())
        .isEqualTo(
            """
            check         found
            orphan blobs      0
            overdue rows      2
              job 7 since 10:42
            not healthy
            """);
  }

  @Test
  void theDoctorReadsEveryFileOnlyWhenAsked() {
    var healthy = "{\"healthy\":true,\"checks\":{},\"details\":[]}";
    platform.answering("/doctor", healthy).answering("/doctor", healthy);

    assertThat(shell().run("doctor")).isZero();
    assertThat(shell().run("doctor", "--deep")).isZero();

    assertThat(platform.asked().get(0).query()).isEqualTo("deep=false");
    assertThat(platform.asked().get(1).query()).isEqualTo("deep=true");
  }

  private Shell shell() {
    return new Shell(home).with("PALMARES_API", platform.address());
  }

  private static String page(String id, String snapshot, String next) {
    return """
    {"items":[{"id":"%s","name":"n","title":"t","benchmark":"b","version":"1",%s"method":"mean"}],"next":%s}
    """
        .formatted(id, snapshot, next);
  }

  private static String verification(String snapshot, boolean equal) {
    return "{\"snapshot\":\"%s\",\"equal\":%s,\"largestDifference\":0.0,\"differences\":[%s]}"
        .formatted(snapshot, equal, equal ? "" : "\"rank of bm25: 2, was 1\"");
  }
}
