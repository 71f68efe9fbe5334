package palmares.api.quota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class QuotaLedgerTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void whatWasTakenAndWhatCameBackIsThereLineByLine() {
    Folders.publish(API.organiser("ada"), "limited", 1, "quota_per_day: 2");
    var bob = API.member("bob");
    var first = submit(bob, "limited", "first", "").at("id");
    var second = submit(bob, "limited", "second", "").at("id");

    assertThat(bob.get("teams/bob/quotas").at("[0].left")).isEqualTo("0");
    assertThat(bob.post("submissions/" + second + "/cancel", "").status()).isEqualTo(200);

    var ledger = bob.get("teams/bob/quotas/entries");
    assertThat(ledger.at("items[0].kind")).isEqualTo("refund");
    assertThat(ledger.at("items[0].submission")).isEqualTo(second);
    assertThat(ledger.at("items[0].reason")).isEqualTo("cancelled before any work was done");
    assertThat(ledger.at("items[2].kind")).isEqualTo("reserve");
    assertThat(ledger.at("items[2].submission")).isEqualTo(first);
    assertThat(ledger.at("items[2].system")).isEqualTo("first");
    assertThat(ledger.at("items[2].by")).isEqualTo("bob");
    assertThat(bob.get("teams/bob/quotas").at("[0].left")).isEqualTo("1");
    assertThat(bob.get("benchmarks/limited").at("quotaLeft")).isEqualTo("1");
  }

  @Test
  void theLedgerIsReadPageByPage() {
    Folders.publish(API.organiser("ada"), "paged", 1, "quota_per_day: 9");
    var carl = API.member("carl");
    for (var i = 1; i <= 3; i++) {
      submit(carl, "paged", "no-" + i, "");
    }

    var newest = carl.get("teams/carl/quotas/entries?limit=2");
    var oldest = carl.get("teams/carl/quotas/entries?limit=2&cursor=" + newest.at("next"));

    assertThat(newest.at("items[0].system")).isEqualTo("no-3");
    assertThat(oldest.at("items[0].system")).isEqualTo("no-1");
    assertThat(oldest.at("next")).isEqualTo("absent");
    assertThat(carl.get("teams/carl/quotas/entries?limit=0").status()).isEqualTo(400);
  }

  @Test
  void eachTeamHasAQuotaOfItsOwn() {
    Folders.publish(API.organiser("ada"), "teams", 1, "quota_per_day: 2");
    var dora = API.member("dora");
    dora.post("teams", "{\"name\":\"crew\"}");

    submit(dora, "teams", "mine", "&team=crew");

    assertThat(dora.get("benchmarks/teams?team=crew").at("quotaLeft")).isEqualTo("1");
    assertThat(dora.get("benchmarks/teams").at("quotaLeft")).isEqualTo("2");
    assertThat(dora.get("teams/dora/quotas").text()).isEqualTo("[]");
    assertThat(API.member("eve").get("benchmarks/teams?team=crew").status()).isEqualTo(404);
  }

  private static Answer submit(Calls caller, String benchmark, String system, String more) {
    return caller.send(
        "POST",
        "submissions?benchmark=" + benchmark + "&system=" + system + more,
        "{\"id\":\"q1\",\"text\":\"a1\"}\n".getBytes(UTF_8),
        List.of("Content-Type", "application/jsonl"));
  }
}
