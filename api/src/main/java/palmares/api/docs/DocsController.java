package palmares.api.docs;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import palmares.api.identity.Access;
import palmares.api.problem.Refused;

/// Serves a page to browse the api, with all that it needs from here, and the Python client.
@Hidden
@Controller
class DocsController {

  private static final String SCRIPT = "text/javascript;charset=utf-8";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
  private static final String OURS = "/palmares/api/docs/";

  /// Each file that the page may load, and where it lies on the class path.
  private static final Map<String, File> FILES =
      Map.of(
          "openapi.yml", new File("/META-INF/swagger/palmares-api.yml", "application/yaml"),
          "start.js", new File(OURS + "start.js", SCRIPT),
          "swagger-ui.css", new File(WEBJAR + "swagger-ui.css", "text/css;charset=utf-8"),
          "swagger-ui-bundle.js", new File(WEBJAR + "swagger-ui-bundle.js", SCRIPT));

  private record File(String resource, String mediaType) {}

  @Get("/docs")
  @Access(Access.To.EVERYONE)
  HttpResponse<?> page() {
    return serve(new File(OURS + "index.html", MediaType.TEXT_HTML + ";charset=utf-8"));
  }

  @Get("/docs/{name}")
  @Access(Access.To.EVERYONE)
  HttpResponse<?> file(String name) {
    var file = FILES.get(name);
    if (file == null) {
      throw Refused.notFound("file", name);
    }
    return serve(file);
  }

  @Get("/client/palmares.py")
  @Access(Access.To.EVERYONE)
  HttpResponse<?> client() {
    return serve(new File("/palmares/api/client/palmares.py", "text/x-python;charset=utf-8"))
        .header("Content-Disposition", "attachment; filename=\"palmares.py\"");
  }

  private static MutableHttpResponse<?> serve(File file) {
    try (var content = DocsController.class.getResourceAsStream(file.resource())) {
      if (content == null) {
        throw new IllegalStateException("the class path lacks " + file.resource());
      }
      return HttpResponse.ok(content.readAllBytes())
          .contentType(file.mediaType())
          .header("Content-Security-Policy", POLICY)
          .header("X-Content-Type-Options", "nosniff");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.resource(), e);
    }
  }

  private static String version() {
    var coordinates = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    var properties = new Properties();
    try (var content = DocsController.class.getResourceAsStream(coordinates)) {
      if (content == null) {
        throw new IllegalStateException("the class path lacks " + coordinates);
      }
      properties.load(content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + coordinates, e);
    }
    return properties.getProperty("version");
  }
}
