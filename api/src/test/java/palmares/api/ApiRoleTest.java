package palmares.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiRoleTest {

  @Test
  void anUnknownRouteIsAnsweredWithAProblem() {
    try (var api = ApiRole.start(Map.of("palmares.api.port", 0))) {
      var answer = new Calls(api.address()).get("nowhere");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.at("detail")).isEqualTo("There is nothing at /api/v1/nowhere.");
      assertThat(answer.at("errors")).isEqualTo("list of 0");
    }
  }

  @Test
  void listensOnLoopbackUnlessTold() {
    try (var api = ApiRole.start(Map.of("palmares.api.port", 0))) {
      assertThat(api.address().getHost()).isIn("127.0.0.1", "localhost");
      assertThat(api.address().getPort()).isPositive();
    }
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
      assertThat(
              worker.getActiveBeanRegistrations(io.micronaut.runtime.server.EmbeddedServer.class))
          .isEmpty();
    }
  }
}
