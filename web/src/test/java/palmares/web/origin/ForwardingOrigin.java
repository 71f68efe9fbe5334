package palmares.web.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A public origin before an api that answers as each test says: `@RegisterExtension final
/// ForwardingOrigin origin = new ForwardingOrigin();`
final class ForwardingOrigin implements BeforeEachCallback, AfterEachCallback {

  private static final Duration API_TIMEOUT = Duration.ofSeconds(1);

  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer api;
  private Server origin;

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    api = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.start();
    origin = new Server(new InetSocketAddress("127.0.0.1", 0));
    origin.setHandler(
        new SecurityHeaders(
            new ApiForwarding(
                URI.create("http://127.0.0.1:" + api.getAddress().getPort()), API_TIMEOUT)));
    origin.start();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    origin.stop();
    api.stop(0);
    client.shutdownNow();
  }

  void onApi(String path, HttpHandler handler) {
    api.createContext(path, handler);
  }

  void stopApi() {
    api.stop(0);
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:" + ((ServerConnector) origin.getConnectors()[0]).getLocalPort());
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
