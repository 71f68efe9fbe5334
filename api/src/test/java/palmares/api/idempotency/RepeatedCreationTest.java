package palmares.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;

/// Invariant 11: whoever lost the answer asks again, and nothing is made twice.
class RepeatedCreationTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          worker-tokens | {"name":"w","pool":"p"}                 | access_token where name = 'w'
          tokens        | {"name":"ci","scopes":["read"]}         | access_token where name = 'ci'
          accounts      | {"name":"zoe","role":"member"}          | account where name = 'zoe'
          teams         | {"name":"crew"}                         | team where name = 'crew'
          teams/admin/invitations | {"role":"member"}             | invitation
          drafts        | {"spec":"name: a","examples":""}        | benchmark_draft
          """)
  void whatIsAskedForTwiceIsMadeOnceAndAnsweredTheSame(String path, String body, String rows) {
    var admin = API.admin();
    if (path.startsWith("teams/admin")) {
      path = "teams/" + ownTeam(admin) + "/invitations";
    }

    var first = post(admin, path, body, "key " + path);
    var again = post(admin, path, body, "key " + path);
    var other = post(admin, path, body.replace(":\"", ":\"o"), "key " + path);

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(again.status()).as(again.toString()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(API.column("select count(*) from " + rows)).containsExactly("1");
  }

  @Test
  void aTokenIsNotInTheTableOfAnswers() {
    var token = post(API.admin(), "tokens", "{\"name\":\"s\",\"scopes\":[\"read\"]}", "sealed");

    var kept = API.column("select body from idempotency where key = 'sealed'").getFirst();

    assertThat(kept).doesNotContain(token.at("token")).matches("[0-9a-f]{8}:.*");
  }

  @Test
  void whatWasRefusedWasNotAnswered() {
    var admin = API.admin();
    var refused = post(admin, "accounts", "{\"name\":\"yan\",\"role\":\"king\"}", "refused");

    var mended = post(admin, "accounts", "{\"name\":\"yan\",\"role\":\"member\"}", "refused");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(mended.status()).isEqualTo(201);
  }

  private static String ownTeam(Calls calls) {
    calls.post("teams", "{\"name\":\"hosts\"}");
    return "hosts";
  }

  private static Answer post(Calls calls, String path, String body, String key) {
    return calls.send(
        "POST",
        path,
        body.getBytes(UTF_8),
        List.of("Content-Type", "application/json", "Idempotency-Key", key));
  }
}
