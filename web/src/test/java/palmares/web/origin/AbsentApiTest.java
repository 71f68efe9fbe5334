package palmares.web.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static palmares.web.origin.ForwardingOrigin.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class AbsentApiTest {

  @RegisterExtension final ForwardingOrigin origin = new ForwardingOrigin();

  @Test
  void anApiThatIsAwayIsABadGateway() throws Exception {
    origin.stopApi();

    var response = origin.send(origin.request("/api/v1/me").build());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Bad Gateway\",\"status\":502,\"detail\":\"The"
                + " API cannot be reached; try again in a moment\",\"errors\":[]}");
  }

  @Test
  void anApiThatStaysSilentIsAGatewayTimeout() throws Exception {
    var done = new CountDownLatch(1);
    origin.onApi(
        "/api",
        exchange -> {
          await(done);
          exchange.close();
        });

    var response = origin.send(origin.request("/api/v1/me").build());
    done.countDown();

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).contains("did not answer within 1 s");
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
    origin.onApi(
        "/api",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });

    assertThatThrownBy(() -> origin.send(origin.request("/api/v1/me").build()))
        .isInstanceOf(IOException.class);
  }
}
