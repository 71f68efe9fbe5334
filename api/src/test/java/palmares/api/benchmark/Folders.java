package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import palmares.api.Calls;
import palmares.api.Multipart;

/// The two files of small benchmarks.
public final class Folders {

  private Folders() {}

  /// A benchmark of one metric; further lines of YAML can be added.
  public static String spec(String name, String... more) {
    return """
    name: %s
    version: "1"
    title: A small one
    evaluators: [exact-match@1]
    main_metric: exact-match@1
    visible: reason
    """
            .formatted(name)
        + String.join("\n", more)
        + "\n";
  }

  /// Publishes a benchmark with this many examples.
  public static void publish(Calls organiser, String name, int examples, String... more) {
    var answer =
        new Multipart()
            .file("benchmark", spec(name, more))
            .file("examples", examples(examples))
            .post(organiser, "benchmarks");
    if (answer.status() != 201) {
      throw new IllegalStateException("not published: " + answer);
    }
  }

  public static void withdraw(Calls organiser, String name, String version) {
    var answer =
        organiser.send(
            "PUT",
            "benchmarks/%s/versions/%s/state".formatted(name, version),
            "{\"state\":\"withdrawn\",\"reason\":\"leaked\"}".getBytes(UTF_8),
            List.of("Content-Type", "application/json"));
    if (answer.status() != 200) {
      throw new IllegalStateException("not withdrawn: " + answer);
    }
  }

  /// Examples `q1`, `q2`, ... whose answers are `a1`, `a2`, ...
  public static String examples(int count) {
    var lines = new StringBuilder();
    for (var i = 1; i <= count; i++) {
      lines.append(
          "{\"id\":\"q%d\",\"prompt\":\"Question %d?\",\"reference\":\"a%d\"}\n"
              .formatted(i, i, i));
    }
    return lines.toString();
  }
}
