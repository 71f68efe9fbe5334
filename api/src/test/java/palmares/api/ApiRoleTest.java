package palmares.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiRoleTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void anUnknownRouteIsAnsweredWithAProblem() {
    var answer = API.anonymous().get("nowhere");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("detail")).isEqualTo("There is nothing at /api/v1/nowhere.");
    assertThat(answer.at("errors")).isEqualTo("list of 0");
  }

  @Test
  void aWrongMethodIsAnsweredWithAProblemThatNamesTheRightOnes() {
    var answer = API.anonymous().delete("me/secret");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.at("detail"))
        .isEqualTo("DELETE is not possible at /api/v1/me/secret; allowed: [PUT].");
  }

  @Test
  void aBodyThatIsNotJsonIsAnsweredWithLineAndColumn() {
    var answer = API.anonymous().post("sessions", "{\"account\": \"a\",\n \"secret\": }");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("errors[0].line")).isEqualTo("2");
    assertThat(answer.at("errors[0].message")).contains("is not JSON").contains("column 12");
  }

  @Test
  void unknownFieldsAndWrongTypesAreAnsweredAllAtOnce() {
    var answer = API.anonymous().post("sessions", "{\"account\": 5, \"secrte\": \"x\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("errors[0].field")).isEqualTo("secrte");
    assertThat(answer.at("errors[1].field")).isEqualTo("account");
    assertThat(answer.at("errors[2].field")).isEqualTo("secret");
    assertThat(answer.at("errors[2].message")).isEqualTo("is missing");
  }

  @Test
  void aBodyOfAnotherMediaTypeIsRefused() {
    var answer =
        API.anonymous()
            .send("POST", "sessions", "<a/>".getBytes(), List.of("Content-Type", "text/xml"));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aMediaTypeThatWeDoNotSpeakIsRefused() {
    var answer = API.admin().send("GET", "me", new byte[0], List.of("Accept", "application/x-tar"));

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    var body = "{\"account\":\"" + "x".repeat(9 * 1024 * 1024) + "\",\"secret\":\"\"}";

    var answer =
        API.anonymous()
            .send(
                "POST",
                "sessions",
                body.getBytes(StandardCharsets.UTF_8),
                List.of("Content-Type", "application/json"));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void aMissingBodyIsRefused() {
    assertThat(API.anonymous().post("sessions", "").status()).isEqualTo(400);
    assertThat(API.anonymous().post("sessions", "null").status()).isEqualTo(400);
    assertThat(API.anonymous().post("sessions", "[]").at("errors[0].message"))
        .isEqualTo("must be an object, not a list");
  }

  @Test
  void listensOnLoopbackUnlessTold() {
    assertThat(API.context().getBean(ApiConfig.class).host()).isEqualTo("127.0.0.1");
    assertThat(API.context().getBean(EmbeddedServer.class).getHost())
        .isIn("127.0.0.1", "localhost");
  }

  @Test
  void aContextOfAnotherRoleHasNothingOfTheApi() {
    try (var worker =
        ApplicationContext.builder().properties(Map.of("palmares.role", "worker")).start()) {
      var ours =
          worker.getAllBeanDefinitions().stream()
              .map(definition -> definition.getBeanType().getName())
              .filter(name -> name.startsWith("palmares.api"));

      assertThat(ours).isEmpty();
      assertThat(worker.getActiveBeanRegistrations(EmbeddedServer.class)).isEmpty();
    }
  }
}
