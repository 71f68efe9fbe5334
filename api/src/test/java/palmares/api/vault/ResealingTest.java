package palmares.api.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;

class ResealingTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void aNewMasterKeySealsEverythingAnewWhenTheApiStarts() throws Exception {
    API.member("ada").post("me/second-factor", "");
    var before = sealed();
    var file = Path.of((String) API.settings().get("palmares.blobs.directory"), "../master.key");
    var older = Files.readString(file);
    var newer = MasterKey.random();
    Files.writeString(file, newer + "\n" + older);

    try (var replica = API.replica()) {
      await().untilAsserted(() -> assertThat(sealed()).startsWith(MasterKey.read(newer).id()));
      assertThat(replica.address()).isNotNull();
    }

    assertThat(before).startsWith(MasterKey.read(older.strip()).id());
  }

  private static String sealed() {
    return API.column("select sealed from second_factor").getFirst();
  }
}
