package palmares.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import palmares.api.RunningApi;

class DocsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void thePageLoadsNothingFromElsewhere() {
    var page = API.anonymous().get("/docs");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.text()).doesNotContain("http://").doesNotContain("https://");
    for (var file : Set.of("swagger-ui.css", "swagger-ui-bundle.js", "start.js", "openapi.yml")) {
      assertThat(page.text() + API.anonymous().get("/docs/start.js").text()).contains(file);
      assertThat(API.anonymous().get("/docs/" + file).status()).as(file).isEqualTo(200);
    }
    assertThat(API.anonymous().get("/docs/..%2fapplication.yml").status()).isEqualTo(404);
  }

  @Test
  void everyOperationIsDescribed() {
    var described = paths(API.anonymous().get("/docs/openapi.yml").text());
    var served =
        API.context()
            .getBean(Router.class)
            .uriRoutes()
            .map(route -> route.getUriMatchTemplate().toPathString())
            .filter(path -> path.startsWith("/api/v1/"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).containsExactlyElementsOf(served);
  }

  @Test
  void theClientIsAFileToDownload() {
    var client = API.anonymous().get("/client/palmares.py");

    assertThat(client.status()).isEqualTo(200);
    assertThat(client.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"palmares.py\"");
    assertThat(new String(client.response().body(), StandardCharsets.UTF_8)).contains("import ");
  }

  private static Set<String> paths(String yaml) {
    var root =
        (MappingNode)
            new Yaml(new SafeConstructor(new LoaderOptions()))
                .compose(new java.io.StringReader(yaml));
    var paths = new TreeSet<String>();
    for (var path : ((MappingNode) field(root, "paths")).getValue()) {
      paths.add(((ScalarNode) path.getKeyNode()).getValue());
    }
    return paths;
  }

  private static Node field(MappingNode node, String name) {
    return node.getValue().stream()
        .filter(entry -> ((ScalarNode) entry.getKeyNode()).getValue().equals(name))
        .findFirst()
        .orElseThrow()
        .getValueNode();
  }
}
