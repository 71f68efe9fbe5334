package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class LeaderboardOverHttpTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static String path;

  @BeforeAll
  static void aPublishedBenchmark() {
    Folders.publish(API.organiser("ada"), "served", 1);
    path = "leaderboards/" + API.anonymous().get("benchmarks/served").at("leaderboards[0].id");
  }

  @Test
  void aBoardIsJsonAndSaysWhatItDependsOn() {
    var board = API.anonymous().get(path);

    assertThat(board.status()).isEqualTo(200);
    assertThat(board.at("benchmark")).isEqualTo("served");
    assertThat(board.header("Content-Type")).startsWith("application/json");
    assertThat(board.header("Content-Encoding")).isEmpty();
    assertThat(board.response().headers().allValues("Vary"))
        .contains("Authorization", "Accept-Encoding");
  }

  @Test
  void aBoardIsPackedForThoseWhoAskForIt() throws IOException {
    var packed = get("Accept-Encoding", "gzip, br");

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.response().body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(API.anonymous().get(path).response().body());
    }
  }

  @Test
  void aBoardThatHasNotChangedIsNotSentAgain() {
    var tag = API.anonymous().get(path).header("ETag");

    var unchanged = get("If-None-Match", tag);

    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.response().body()).isEmpty();
    assertThat(unchanged.header("ETag")).isEqualTo(tag);
    assertThat(unchanged.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(get("If-None-Match", "\"another\"").status()).isEqualTo(200);
  }

  private static Calls.Answer get(String header, String value) {
    return API.anonymous().send("GET", path, new byte[0], List.of(header, value));
  }
}
