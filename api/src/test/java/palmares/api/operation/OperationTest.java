package palmares.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.db.Json;

class OperationTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void whatOperatorsWatchIsServedAsPrometheusReadsIt() {
    var metrics = API.admin().get("metrics");

    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.text())
        .contains("# TYPE palmares_doctor_violations gauge\n")
        .contains("palmares_doctor_violations{check=\"overdue rows\"} 0\n")
        .contains("palmares_workers{state=\"quarantined\"} 0\n")
        .contains("\npalmares_worker_slots ");
    assertThat(metrics.text().lines())
        .allSatisfy(line ->
            assertThat(line)
                .matches("# (HELP|TYPE) \\S+ .+|[a-z_]+(\\{([a-z_]+=\"[^\"]*\",?)+})? -?\\d+"));
  }

  @Test
  void aPlatformThatCanWorkIsReady() {
    assertThat(API.anonymous().get("health/ready").status()).isEqualTo(200);
  }

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

  @Test
  void aWorkerIsQuarantinedByHandUntilItIsReadmitted() {
    var token = API.worker("doubtful");
    var body = "{\"name\":\"odd\",\"capabilities\":[\"cpu\"],\"slots\":2,\"offers\":[]}";
    var first = token.post("work/workers", body).at("worker");

    assertThat(quarantine(first, " ").status()).isEqualTo(400);
    var quarantined = quarantine(first, "scores differ from those of the others");
    var again = token.post("work/workers", body).at("worker");

    assertThat(quarantined.at("state")).isEqualTo("quarantined");
    assertThat(worker(again)).contains("quarantined", "scores differ from those of the others");
    assertThat(API.admin().post("workers/" + again + "/readmit", "").at("state")).isEqualTo("live");
    assertThat(worker(again)).doesNotContain("scores differ");
    assertThat(API.admin().get("audit-events").text())
        .contains("worker-quarantine", "worker-readmit");
    assertThat(quarantine(UUID.randomUUID().toString(), "why").status()).isEqualTo(404);
  }

  private static Answer quarantine(String worker, String reason) {
    return API.admin().post("workers/" + worker + "/quarantine", "{\"reason\":\"" + reason + "\"}");
  }

  private static String worker(String id) {
    return Json.tree(API.admin().get("workers").text())
        .valueStream()
        .filter(each -> each.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  @Test
  void theDoctorLooksAtFilesTooAndReadsThemWhenAsked() {
    API.postgres()
        .asOwner(
            "insert into blob (sha256, size, file_size, media_type)"
                + " values (sha256('lost'), 4, 13, 'text/plain')");

    var doctor = API.admin().get("doctor");
    var deep = API.admin().get("doctor?deep=true");
    API.postgres().asOwner("delete from blob where sha256 = sha256('lost')");

    assertThat(doctor.at("healthy")).isEqualTo("false");
    assertThat(doctor.at("checks.blobs without their file")).isEqualTo("1");
    assertThat(doctor.at("checks.snapshots that do not verify")).isEqualTo("0");
    assertThat(doctor.text()).doesNotContain("blobs of another content");
    assertThat(deep.at("checks.blobs of another content")).isEqualTo("0");
    assertThat(API.admin().get("doctor?deep=ture").status()).isEqualTo(400);
  }
}
