package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ManifestClassPathTest {

  @Test
  void thePagesAreFoundWhenOneJarsManifestNamesAllOthers(@TempDir Path folder) throws Exception {
    var jar = folder.resolve("palmares.jar");
    writeJar(jar);

    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var address = URI.create(output.readLine());

      // The link stands there only if the scan has found the class that asks for it, a page's kin.
      assertThat(get(address)).contains("./palmares/tokens.css");
      assertThat(get(address.resolve("/lumo/lumo.css"))).contains("--lumo-");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /// Starts the role in a process of its own and says where it is.
  public static final class Program {
    public static void main(String[] arguments) throws InterruptedException {
      try (var role = WebRole.start(WebConfig.of(0, URI.create("http://127.0.0.1:9")))) {
        System.out.println(role.address());
        Thread.currentThread().join();
      }
    }
  }

  private static void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Program.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(each -> Path.of(each).toUri().toString())
            .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static String get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}
