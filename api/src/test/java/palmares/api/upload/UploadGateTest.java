package palmares.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.api.ApiConfig;
import palmares.api.BlobSettings;
import palmares.api.problem.Refused;

class UploadGateTest {

  private static final OptionalLong LENGTH = OptionalLong.of(1);

  @TempDir Path directory;

  @Test
  void anAccountMayHaveAFewUploadsAtATime() {
    var gate = gate(1);
    var account = UUID.randomUUID();
    var open = new ArrayList<UploadGate.Admission>();
    for (var i = 0; i < UploadGate.PER_ACCOUNT; i++) {
      open.add(gate.enter(account, LENGTH));
    }

    assertThatThrownBy(() -> gate.enter(account, LENGTH))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(429));
    open.getFirst().close();
    assertThat(gate.enter(account, LENGTH)).isNotNull();
  }

  @Test
  void allAccountsTogetherMayHaveSome() {
    var gate = gate(1);
    for (var i = 0; i < UploadGate.IN_ALL; i++) {
      gate.enter(UUID.randomUUID(), LENGTH);
    }

    assertThatThrownBy(() -> gate.enter(UUID.randomUUID(), LENGTH))
        .hasMessage("8 uploads are under way; wait for one to end.");
  }

  @Test
  void anUploadThatMayNotFitOnTheDiskDoesNotBegin() throws IOException {
    var room = Files.getFileStore(directory).getUsableSpace();

    assertThatThrownBy(() -> gate(room).enter(UUID.randomUUID(), OptionalLong.of(room / 2)))
        .hasMessageStartingWith("There is no room for");
  }

  @Test
  void whatOneUploadMayTakeIsNotPromisedToAnother() throws IOException {
    var room = Files.getFileStore(directory).getUsableSpace();
    var gate = gate(room);
    var most = OptionalLong.of(room / UploadGate.COPIES / 4 * 3);

    try (var first = gate.enter(UUID.randomUUID(), most)) {
      assertThatThrownBy(() -> gate.enter(UUID.randomUUID(), most))
          .hasMessageStartingWith("There is no room for");
    }
    assertThat(gate.enter(UUID.randomUUID(), most)).isNotNull();
  }

  @Test
  void anUploadOfUnknownSizeReservesRoomAsItComesIn() throws IOException {
    var room = Files.getFileStore(directory).getUsableSpace();
    var gate = gate(room);
    var rest = room / UploadGate.COPIES - 2 * UploadGate.STEP;
    var other = gate.enter(UUID.randomUUID(), OptionalLong.of(rest));
    var admission = gate.enter(UUID.randomUUID(), OptionalLong.empty());
    var upload = admission.watch(new Endless());

    assertThatThrownBy(() -> upload.transferTo(OutputStream.nullOutputStream()))
        .hasMessageStartingWith("There is no room for");
    other.close();
    assertThat(upload.readNBytes(100)).hasSize(100);
  }

  private UploadGate gate(long maxUpload) {
    return new UploadGate(new BlobSettings(directory), new ApiConfig("127.0.0.1", 0, maxUpload, 0));
  }

  private static final class Endless extends InputStream {

    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return length;
    }
  }
}
