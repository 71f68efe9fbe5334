package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

/// When a benchmark takes submissions, and how many.
class SubmissionRulesTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void theQuotaIsCountedByTeamAndDay() {
    Folders.publish(API.organiser("ada"), "quota", 1, "quota_per_day: 2");
    var dora = API.member("dora");
    var query = "benchmark=quota&system=mine";

    assertThat(submit(dora, query, responses(1)).at("quotaLeft")).isEqualTo("1");
    assertThat(dora.get("benchmarks/quota").at("quotaLeft")).isEqualTo("1");
    assertThat(submit(dora, query, responses(1)).at("quotaLeft")).isEqualTo("0");
    var third = submit(dora, query, responses(1));

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.at("type")).isEqualTo("urn:palmares:problem:quota-spent");
    assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 86_400);
    assertThat(submit(API.member("erin"), query, responses(1)).status()).isEqualTo(202);
    assertThat(API.anonymous().get("benchmarks/quota").at("quotaLeft")).isEqualTo("absent");
  }

  @Test
  void aBenchmarkTakesSubmissionsOnlyWhileItIsOpen() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "later", 1, "opens_at: 2999-01-01T00:00:00Z");
    Folders.publish(ada, "over", 1, "closes_at: 2001-01-01T00:00:00Z");

    assertThat(submit(ada, "benchmark=later&system=x", responses(1)).at("type"))
        .isEqualTo("urn:palmares:problem:not-open");
    assertThat(submit(ada, "benchmark=over&system=x", responses(1)).at("type"))
        .isEqualTo("urn:palmares:problem:closed");
    assertThat(ada.get("benchmarks/later").at("state")).isEqualTo("upcoming");
  }

  @Test
  void aWithdrawnVersionTakesNothing() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "withdrawn", 1);
    Folders.withdraw(ada, "withdrawn", "1");
    var bob = API.member("bob");

    var named = submit(bob, "benchmark=withdrawn&version=1&system=x", responses(1));
    var newest = submit(bob, "benchmark=withdrawn&system=x", responses(1));
    var tried = submit(bob, "benchmark=withdrawn&version=1&system=x&check=true", responses(1));

    assertThat(List.of(named.status(), newest.status(), tried.status())).containsOnly(404);
    assertThat(
            API.column(
                "select count(*) from submission s join system_version v on v.id ="
                    + " s.system_version_id join system y on y.id = v.system_id where y.name = 'x'"))
        .containsExactly("0");
  }
}
