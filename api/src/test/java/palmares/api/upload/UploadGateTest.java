package palmares.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.api.ApiConfig;
import palmares.api.BlobSettings;
import palmares.api.problem.Refused;

class UploadGateTest {

  @TempDir Path directory;

  @Test
  void anAccountMayHaveAFewUploadsAtATime() {
    var gate = gate(1);
    var account = UUID.randomUUID();
    var open = new ArrayList<UploadGate.Admission>();
    for (var i = 0; i < UploadGate.PER_ACCOUNT; i++) {
      open.add(gate.enter(account));
    }

    assertThatThrownBy(() -> gate.enter(account))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(429));
    open.getFirst().close();
    assertThat(gate.enter(account)).isNotNull();
  }

  @Test
  void allAccountsTogetherMayHaveSome() {
    var gate = gate(1);
    for (var i = 0; i < UploadGate.IN_ALL; i++) {
      gate.enter(UUID.randomUUID());
    }

    assertThatThrownBy(() -> gate.enter(UUID.randomUUID()))
        .hasMessage("8 uploads are under way; wait for one to end.");
  }

  @Test
  void anUploadThatMayNotFitOnTheDiskDoesNotBegin() {
    assertThatThrownBy(() -> gate(Long.MAX_VALUE / 16).enter(UUID.randomUUID()))
        .hasMessageStartingWith("There is no room for an upload of up to");
  }

  private UploadGate gate(long maxUpload) {
    return new UploadGate(new BlobSettings(directory), new ApiConfig("127.0.0.1", 0, maxUpload));
  }
}
