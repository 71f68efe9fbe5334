package palmares.api.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

/// Every operation that reads, by the description that clients get, with values that no client in
/// its right mind sends. Whatever is wrong with them is the client's to mend, so never a 5xx.
class HostileParametersTest {

  /// Streams end soon, so that each call has an answer.
  @RegisterExtension
  static final RunningApi API = new RunningApi(Map.of("palmares.stream.lifetime", "PT0.1S"));

  private static final List<String> VALUES =
      List.of(
          "",
          "%00",
          "a%00b",
          "-1",
          "0",
          "2147483648",
          "-9999999999",
          "99999999999999999999",
          "NaN",
          "1e400",
          "%25",
          "%ED%A0%80",
          "'",
          "null");

  private static final List<String> KEYS =
      List.of(
          "",
          "\0",
          "-9999999999",
          "9999999999",
          "9223372036854775807",
          "99999999999999999999",
          "NaN",
          "Infinity",
          "+999999999-12-31T23:59:59Z",
          "-999999999-01-01T00:00:00Z",
          "+300000-01-01T00:00:00Z",
          "0000-01-01T00:00:00Z",
          "00000000-0000-0000-0000-000000000000",
          "words");

  private record Parameter(String name, String in) {}

  private final Map<String, String> known = new TreeMap<>();

  @Test
  void noReadingOperationFailsOnWhatAClientSends() {
    makeSomethingToRead();

    var failed = new ArrayList<String>();
    for (var operation : operations().entrySet()) {
      var caller =
          operation.getKey().startsWith("/api/v1/work/") ? API.worker("pool") : API.admin();
      for (var address : addresses(operation.getKey(), operation.getValue())) {
        var status = caller.get(address).status();
        if (status >= 500) {
          failed.add("GET " + address + " gave " + status);
        }
      }
      lastEventIds(operation.getKey(), operation.getValue(), caller, failed);
    }

    assertThat(failed).isEmpty();
  }

  @Test
  void aNulInAnAddressIsRefusedBeforeItReachesTheDatabase() {
    for (var address :
        List.of(
            "leaderboards?benchmark=%00",
            "leaderboards?a%00b=c", "benchmarks/%00", "benchmarks?cursor=" + base64("\0"))) {
      assertThat(API.anonymous().get(address).status()).as(address).isEqualTo(400);
    }
  }

  @Test
  void aCursorFarOutsideOfAListBeginsOrEndsIt() {
    Folders.publish(API.organiser("ada"), "far", 2);
    var examples = "benchmarks/far/versions/1/examples?cursor=";

    assertThat(API.anonymous().get(examples + base64("-9999999999")).at("items"))
        .isEqualTo("list of 2");
    assertThat(API.anonymous().get(examples + base64("9999999999")).at("items"))
        .isEqualTo("list of 0");
  }

  private void makeSomethingToRead() {
    Folders.publish(API.organiser("ada"), "hostile", 2);
    API.member("bob").post("teams", "{\"name\":\"crew\"}");
    var submission =
        API.member("bob")
            .post(
                "submissions",
                "{\"benchmark\":\"hostile\",\"system\":{\"name\":\"x\",\"kind\":\"outputs\"},"
                    + "\"responses\":[{\"id\":\"q1\",\"text\":\"a\"},{\"id\":\"q2\",\"text\":\"b\"}]}");
    assertThat(submission.status()).as(submission.text()).isEqualTo(202);
    known.put("/submissions/{id}", "/submissions/" + submission.at("id"));
    known.put(
        "/leaderboards/{id}",
        "/leaderboards/" + API.anonymous().get("benchmarks/hostile").at("leaderboards[0].id"));
    known.put("/benchmarks/{name}", "/benchmarks/hostile");
    known.put("{version}", "1");
    known.put("{team}", "crew");
    known.put("{example}", "q1");
    known.put("{sha256}", "0".repeat(64));
    known.put("{id}", UUID.randomUUID().toString());
  }

  private List<String> addresses(String template, List<Parameter> parameters) {
    var good = filled(template);
    var addresses = new ArrayList<String>();
    for (var parameter : parameters) {
      for (var value : values(parameter)) {
        switch (parameter.in()) {
          case "query" -> addresses.add(good + "?" + parameter.name() + "=" + value);
          case "path" ->
              addresses.add(filled(template.replace("{" + parameter.name() + "}", value)));
          default -> {}
        }
      }
    }
    return addresses;
  }

  private String filled(String template) {
    var filled = template;
    // The longer ones say more: an id after /submissions/ is another than elsewhere.
    for (var key : known.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList()) {
      filled = filled.replace(key, known.get(key));
    }
    return filled.replaceAll("\\{[a-z]+}", "unknown");
  }

  private void lastEventIds(
      String template, List<Parameter> parameters, Calls caller, List<String> failed) {
    for (var parameter : parameters) {
      if (parameter.in().equals("header")) {
        for (var value : List.of("-1", "99999999999999999999", "x")) {
          var headers = List.of(parameter.name(), value);
          var status = caller.send("GET", filled(template), new byte[0], headers).status();
          if (status >= 500) {
            failed.add("GET " + template + " with " + headers + " gave " + status);
          }
        }
      }
    }
  }

  private static List<String> values(Parameter parameter) {
    return parameter.name().equals("cursor")
        ? Stream.concat(VALUES.stream(), cursors()).toList()
        : VALUES;
  }

  /// Of one, two and three keys, each of which is a bad one once, also beside a good id.
  private static Stream<String> cursors() {
    return KEYS.stream()
        .flatMap(bad ->
            Stream.of(
                List.of(bad),
                List.of(bad, "1"),
                List.of(bad, "00000000-0000-0000-0000-000000000000"),
                List.of("1", bad),
                List.of("words", bad),
                List.of(bad, "1", "1")))
        .map(keys -> base64(String.join("\u001f", keys)));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static Map<String, List<Parameter>> operations() {
    Map<String, Map<String, Map<String, Object>>> paths =
        child(
            new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(API.anonymous().get("/docs/openapi.yml").text()),
            "paths");
    var operations = new TreeMap<String, List<Parameter>>();
    paths.forEach((path, methods) -> {
      if (methods.containsKey("get")) {
        List<Map<String, Object>> parameters = child(methods.get("get"), "parameters");
        operations.put(
            path,
            parameters == null
                ? List.of()
                : parameters.stream()
                    .map(each -> new Parameter("" + each.get("name"), "" + each.get("in")))
                    .toList());
      }
    });
    assertThat(operations).hasSizeGreaterThan(30);
    return operations;
  }

  @SuppressWarnings("unchecked")
  private static <T> T child(Object parent, String name) {
    return (T) ((Map<String, Object>) parent).get(name);
  }
}
