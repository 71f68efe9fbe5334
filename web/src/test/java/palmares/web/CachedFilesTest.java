package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser keeps of the pages, and for how long.
final class CachedFilesTest {

  private static final Pattern FILE =
      Pattern.compile(
          "(?:href|src)=\"\\.?/?((?:VAADIN|palmares|lumo)/[^\"]+\\.(?:css|js)[^\"]*)\"");

  private static WebRole web;

  @BeforeAll
  static void start() {
    web = WebRole.start(WebConfig.of(0, URI.create("http://127.0.0.1:9")));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void stylesAndScriptsOfAPageAreKeptForEverAndThePageItselfNever() throws Exception {
    var page = get("/", "");

    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    var files = FILE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(files).hasSizeGreaterThan(5).anyMatch(file -> file.contains(".js"));
    for (var file : files) {
      var answer = get("/" + file.replace("&amp;", "&"), "");
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(header(answer, "Cache-Control"))
          .as(file)
          .isEqualTo("public, max-age=31536000, immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/palmares/board.js", "/palmares/returned.js", "/palmares/laurel.svg"})
  void aFileWithoutAHashInItsNameIsAskedForAndAnsweredWith304(String file) throws Exception {
    var first = get(file, "");
    var tag = header(first, "ETag");

    var again = get(file, tag);
    var other = get(file, "\"of another release\"");

    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo(first.body());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpResponse<String> get(String path, String tag)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(web.address() + path));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
