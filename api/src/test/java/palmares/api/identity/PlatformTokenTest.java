package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;

/// The token that the platform makes for a worker of its own at each start.
class PlatformTokenTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String REGISTRATION =
      "{\"name\":\"w\",\"capabilities\":[\"cpu\"],\"slots\":1,\"offers\":[]}";

  @Test
  void everyStartHasTheSameTokenWithAnotherText() {
    var tokens = API.context().getBean(Tokens.class);
    var operators =
        API.admin().post("worker-tokens", "{\"name\":\"worker-1\",\"pool\":\"default\"}");

    var first = tokens.ofPlatform("worker-1", "default");
    var second = tokens.ofPlatform("worker-1", "default");

    assertThat(second.row().id()).isEqualTo(first.row().id());
    assertThat(register(first.text())).isEqualTo(401);
    assertThat(register(second.text())).isEqualTo(200);
    assertThat(register(operators.at("token"))).as("that of an operator is another").isEqualTo(200);
    assertThat(API.column("select count(*) from access_token where name = 'worker-1'"))
        .containsExactly("2");
  }

  private static int register(String token) {
    return API.anonymous().as(token).post("work/workers", REGISTRATION).status();
  }
}
