package palmares.api.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.api.Calls;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.problem.Refused;

/// Invariant 27: what uploads may take together is reserved before the first byte of each.
class UploadsAtOnceTest {

  private static final int LARGEST = 100_000;

  /// Two of the size used here, and not three.
  private static final int ROOM = 200_000;

  private static final int SIZE = 90_000;

  @RegisterExtension
  static final RunningApi API =
      new RunningApi(Map.of("palmares.api.max-upload", LARGEST, "palmares.api.upload-room", ROOM));

  @AfterEach
  void nothingIsLeftBehind() {
    await().until(() -> incoming() == 0 && isAllRoomBack());
  }

  @Test
  void whatFitsTogetherIsTakenAndTheNextIsRefusedUntilOneHasEnded() throws IOException {
    var cis = API.organiser("cis");
    try (var first = taken(API.organiser("ada"), draft().bytes());
        var second = taken(API.organiser("bea"), draft().bytes())) {
      first.half();
      assertThat(whole(cis).status()).isEqualTo(503);
      assertThat(whole(cis).text()).contains("no-space", "There is no room for");
      try (var refused = announced(cis, draft().bytes())) {
        assertThat(refused.status()).as("not a byte of it is asked for").isEqualTo(503);
      }

      assertThat(first.finish()).isEqualTo(201);
      try (var third = taken(cis, draft().bytes())) {
        assertThat(third.finish()).isEqualTo(201);
      }
      assertThat(second.finish()).isEqualTo(201);
    }
    assertThat(API.column("select count(*) from benchmark_draft")).containsExactly("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          drafts                                       | multipart/form-data; boundary=b
          benchmarks                                   | multipart/form-data; boundary=b
          imports/alpaca-eval                          | multipart/form-data; boundary=b
          imports/battles?benchmark=broken&source=file | application/jsonl
          submissions?benchmark=upload&system=broken   | application/jsonl
          """)
  void whatIsBrokenOffGivesItsRoomBack(String path, String type) throws IOException {
    var ada = API.organiser("ada");
    if (path.startsWith("submissions")) {
      Folders.publish(ada, "upload", 1);
    }
    var body =
        ("--b\r\nContent-Disposition: form-data; name=\"benchmark\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(SIZE))
            .getBytes(UTF_8);
    try (var first = SlowUpload.announce(ada, path, type, body);
        var second = SlowUpload.announce(ada, path, type, body)) {
      assertThat(first.status()).isEqualTo(100);
      assertThat(second.status()).isEqualTo(100);
      first.half();
      second.half();
      await().until(() -> whole(API.organiser("cis")).status() == 503);
    }

    await().until(() -> whole(API.organiser("cis")).status() != 503);
  }

  @Test
  void oneAccountCannotHoldAllPlaces() throws IOException {
    var ada = API.organiser("ada");
    var body = new byte[1_000];
    try (var first = taken(ada, body);
        var second = taken(ada, body);
        var third = taken(ada, body);
        var fourth = taken(ada, body);
        var fifth = announced(ada, body)) {
      assertThat(fifth.status()).isEqualTo(429);
      taken(API.organiser("bea"), body).close();
    }
  }

  /// A stream stays open for as long as its reader likes.
  @Test
  void whoReadsHoldsNoPlaceAndNoRoomWhateverTheRequestCallsItself() throws IOException {
    Folders.publish(API.organiser("ada"), "read", 1);
    var board = API.anonymous().get("benchmarks/read").at("leaderboards[0].id");
    var streams = new ArrayList<SlowUpload>();
    for (var i = 0; i < UploadGate.PER_ACCOUNT + 1; i++) {
      streams.add(read(API.member("bob"), "leaderboards/" + board + "/events"));
      assertThat(streams.getLast().status()).isEqualTo(200);
    }

    assertThat(whole(API.organiser("cis")).status()).isNotEqualTo(503);
    streams.forEach(SlowUpload::close);
  }

  @Test
  void whoIsNobodyReadsWhatIsPublicWhateverTheRequestCallsItself() {
    var answer =
        API.anonymous()
            .send("GET", "benchmarks", new byte[0], List.of("Content-Type", Multipart.TYPE));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeRoomIsKeptForIt() throws IOException {
    var ada = API.organiser("ada");
    Folders.publish(ada, "long", 1);
    try (var first = taken(API.organiser("bea"), draft().bytes());
        var second = taken(API.organiser("cis"), draft().bytes());
        var third =
            SlowUpload.announce(
                ada, "benchmarks/long/versions/1/errata", Multipart.TYPE, new byte[LARGEST + 1])) {
      assertThat(third.status()).isEqualTo(413);
    }
  }

  private static SlowUpload read(Calls caller, String path) throws IOException {
    return SlowUpload.announce("GET", caller, path, Multipart.TYPE, new byte[SIZE]);
  }

  private static SlowUpload announced(Calls caller, byte[] body) throws IOException {
    return SlowUpload.announce(caller, "drafts", Multipart.TYPE, body);
  }

  private static SlowUpload taken(Calls caller, byte[] body) throws IOException {
    var upload = announced(caller, body);
    assertThat(upload.status()).isEqualTo(100);
    return upload;
  }

  private static Calls.Answer whole(Calls caller) {
    return draft().post(caller, "benchmarks?check=true");
  }

  private static Multipart draft() {
    return new Multipart().file("benchmark", "name: large\n").file("examples", "x".repeat(SIZE));
  }

  private static boolean isAllRoomBack() {
    var gate = API.context().getBean(UploadGate.class);
    var account = UUID.randomUUID();
    try (var first = gate.enter(account, OptionalLong.of(LARGEST));
        var second = gate.enter(account, OptionalLong.of(LARGEST))) {
      return true;
    } catch (Refused e) {
      return false;
    }
  }

  private static long incoming() throws IOException {
    var directory = Path.of(String.valueOf(API.settings().get("palmares.blobs.directory")));
    try (var files = Files.list(directory.resolve("incoming"))) {
      return files.count();
    }
  }
}
