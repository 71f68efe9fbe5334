package palmares.api.imported;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.db.Json;

/// The two files that AlpacaEval keeps of a system, as a test needs them: every row on a line of
/// its own, the first one in line 2.
public final class AlpacaFiles {

  private final List<String> outputs = new ArrayList<>();
  private final List<String> annotations = new ArrayList<>();
  private final String system;

  private AlpacaFiles(String system) {
    this.system = system;
  }

  /// A system whose response to prompt `p1`, `p2`, ... was preferred with these values, 1 to 2, or
  /// null.
  public static AlpacaFiles of(String system, @Nullable Double... preferences) {
    var files = new AlpacaFiles(system);
    for (var i = 0; i < preferences.length; i++) {
      files.add("p" + (i + 1), "answer of " + system + " to p" + (i + 1), preferences[i]);
    }
    return files;
  }

  AlpacaFiles add(String prompt, String text, @Nullable Double preference) {
    outputs.add(
        "{\"instruction\": %s, \"output\": %s, \"generator\": %s, \"dataset\": \"made\"}"
            .formatted(quoted(prompt), quoted(text), quoted(system)));
    annotations.add(
        """
        {"instruction": %s, "dataset": "made", "output_1": %s, "generator_1": "base", \
        "output_2": %s, "generator_2": %s, "annotator": "judge_x", "preference": %s, \
        "raw_completion": {"logprobs": {"content": [{"token": "m"}]}}}\
        """
            .formatted(
                quoted(prompt),
                quoted(system.equals("base") ? text : "answer of base to " + prompt),
                quoted(text),
                quoted(system),
                preference));
    return this;
  }

  String outputs() {
    return "[\n" + String.join(",\n", outputs) + "\n]";
  }

  public String annotations() {
    return "[\n" + String.join(",\n", annotations) + "\n]";
  }

  Answer importBy(Calls caller, String query) {
    return send(caller, query, outputs(), annotations());
  }

  static Answer send(Calls caller, String query, String outputs, String annotations) {
    return new Multipart()
        .file("outputs", outputs)
        .file("annotations", annotations)
        .post(caller, "imports/alpaca-eval?" + query);
  }

  private static String quoted(String text) {
    return Json.canonical(List.of(text)).replaceAll("^\\[|]$", "");
  }
}
