package palmares.web.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.web.benchmark.SpecText.Category;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Reads a `benchmark.yaml` that a form has written. One that was changed since is none: a form
/// would lose what it has no field for.
final class WrittenSpec {

  private static final JsonMapper JSON = new JsonMapper();

  private WrittenSpec() {}

  /// @return null for any other text
  static @Nullable SpecText read(String yaml) {
    var fields = new HashMap<String, String>();
    for (var line : yaml.split("\n")) {
      int end = line.indexOf(": ");
      if (end < 0) {
        return null;
      }
      fields.put(line.substring(0, end), line.substring(end + 2));
    }
    try {
      var spec = spec(fields);
      return spec.yaml().equals(yaml) ? spec : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static SpecText spec(Map<String, String> fields) {
    return new SpecText(
        text(fields, "name"),
        text(fields, "version"),
        text(fields, "title"),
        text(fields, "description"),
        categories(fields),
        texts(fields, "evaluators"),
        text(fields, "main_metric"),
        text(fields, "entry_rule"),
        text(fields, "gaps"),
        text(fields, "visible"),
        text(fields, "quota_per_day"),
        text(fields, "licence"));
  }

  private static String text(Map<String, String> fields, String name) {
    var all = texts(fields, name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  private static List<Category> categories(Map<String, String> fields) {
    var flat = texts(fields, "categories");
    var categories = new ArrayList<Category>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      categories.add(new Category(flat.get(i), flat.get(i + 1)));
    }
    return categories;
  }

  /// All names, texts and numbers of a field in their order; numbers as they are written, which
  /// what reads them would not keep.
  private static List<String> texts(Map<String, String> fields, String name) {
    var texts = new ArrayList<String>();
    try (JsonParser parser = JSON.createParser(fields.getOrDefault(name, ""))) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME || token.isScalarValue()) {
          texts.add(parser.getString());
        }
      }
    }
    return texts;
  }
}
