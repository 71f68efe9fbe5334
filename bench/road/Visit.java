package road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/// A page that somebody has open, without a browser: a session of its own, and what a browser sends
/// until the page is shown and listens for what the server says next.
record Visit(WebSocket line) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param path without its first slash
  /// @param expected what the page's content must have in it
  static Visit open(HttpClient http, URI origin, String path, String expected)
      throws IOException, InterruptedException {
    var first = send(http, HttpRequest.newBuilder(origin.resolve("/" + path)));
    var cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    var started =
        send(
            http,
            HttpRequest.newBuilder(
                    origin.resolve(
                        "/?v-r=init&query=&location="
                            + URLEncoder.encode(path, StandardCharsets.UTF_8)))
                .header("Cookie", cookie));
    var configuration = JSON.readTree(started.body()).get("appConfig");
    var line = listen(http, origin, cookie, configuration);
    var call =
        HttpRequest.newBuilder(
                origin.resolve("/?v-r=uidl&v-uiId=" + configuration.get("v-uiId").asInt()))
            .header("Cookie", cookie)
            .header("Content-Type", "application/json; charset=UTF-8");
    var navigation = message(configuration, List.of(navigation(path)), 0);
    var shown = send(http, call.POST(BodyPublishers.ofString(navigation))).body();
    if (!shown.contains(expected)) {
      throw new IOException(path + " shows no " + expected + ": " + shown);
    }
    // As a browser tells what it has made of the boxes; until then the server keeps its last answer
    // to send it again if it got lost, and with it all rows.
    send(http, call.POST(BodyPublishers.ofString(message(configuration, List.of(), 1))));
    return new Visit(line);
  }

  private static Map<String, Object> navigation(String path) {
    var data =
        Map.of(
            "route",
            "/" + path,
            "query",
            "",
            "appShellTitle",
            "",
            "trigger",
            "",
            "historyState",
            Map.of("idx", 0));
    return Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", data);
  }

  /// @param number of the message, from 0
  private static String message(JsonNode configuration, List<?> calls, int number)
      throws IOException {
    var uidl = configuration.get("uidl");
    return JSON.writeValueAsString(
        Map.of(
            "csrfToken",
            uidl.get("Vaadin-Security-Key").asText(),
            "rpc",
            calls,
            "syncId",
            uidl.get("syncId").asInt() + number,
            "clientId",
            uidl.get("clientId").asInt() + number));
  }

  private static WebSocket listen(
      HttpClient http, URI origin, String cookie, JsonNode configuration) {
    var address =
        "ws://%s/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-tracking-id=0"
                .formatted(
                    origin.getAuthority(),
                    configuration.get("v-uiId").asInt(),
                    configuration.get("uidl").get("Vaadin-Push-ID").asText())
            + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
            + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true";
    return http.newWebSocketBuilder()
        .header("Cookie", cookie)
        .buildAsync(URI.create(address), new Ear())
        .join();
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.uri() + " answered " + answer.statusCode());
    }
    return answer;
  }

  /// Hears everything and does nothing.
  private static final class Ear implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket line, CharSequence part, boolean last) {
      line.request(1);
      return null;
    }
  }
}
