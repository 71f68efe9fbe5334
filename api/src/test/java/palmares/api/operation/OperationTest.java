package palmares.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;

class OperationTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void healthIsOpenToEveryone() {
    var health = API.anonymous().get("health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.at("status") + health.at("parts.database")).isEqualTo("upup");
  }

  @Test
  void workersAndTheDoctorAreForOperators() {
    API.worker("default")
        .post(
            "work/workers",
            "{\"name\":\"w\",\"capabilities\":[\"cpu\"],\"slots\":2,\"offers\":[]}");

    assertThat(API.member("ada").get("workers").status()).isEqualTo(403);
    assertThat(API.member("ada").get("doctor").status()).isEqualTo(403);
    var workers = API.admin().get("workers");
    assertThat(workers.at("[0].name") + workers.at("[0].state") + workers.at("[0].slots"))
        .isEqualTo("wlive2");
    assertThat(API.admin().post("workers/" + workers.at("[0].id") + "/readmit", "").status())
        .isEqualTo(200);
    assertThat(API.admin().post("workers/" + UUID.randomUUID() + "/readmit", "").status())
        .isEqualTo(404);
    assertThat(API.admin().get("doctor").at("healthy")).isEqualTo("true");
  }
}
