package palmares.api.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec.BoardSpec;
import palmares.db.Json;

/// Writes the `benchmark.yaml` that a published specification could have been read from. Values are
/// JSON, which YAML takes as it is, so that no text needs rules of its own.
final class SpecWriter {

  private static final Set<String> NOT_WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder yaml = new StringBuilder();

  private SpecWriter() {}

  static String write(BenchmarkSpec spec) {
    var writer = new SpecWriter();
    writer.line("name", spec.name());
    writer.line("version", spec.version());
    writer.line("title", spec.title());
    writer.line("description", spec.description());
    if (!spec.categories().isEmpty()) {
      writer.yaml.append("categories: ").append(flow(spec.categories())).append('\n');
    }
    writer.yaml.append("evaluators: ").append(flow(spec.evaluators())).append('\n');
    writer.line("main_metric", spec.mainMetric());
    writer.line("entry_rule", spec.entryRule());
    writer.line("gaps", spec.gaps());
    writer.line("visible", spec.visible());
    writer.line("licence", spec.licence());
    writer.line("quota_per_day", spec.quotaPerDay());
    writer.line("opens_at", spec.opensAt() == null ? null : spec.opensAt().toString());
    writer.line("closes_at", spec.closesAt() == null ? null : spec.closesAt().toString());
    var opponents = spec.opponents();
    if (opponents != null) {
      var named = opponents.who().equals("named");
      writer
          .yaml
          .append("opponents: ")
          .append(named ? flow(opponents.systems()) : scalar(opponents.who()))
          .append('\n');
    }
    writer.yaml.append("leaderboards:\n");
    spec.leaderboards()
        .forEach(board -> writer.yaml.append("  - ").append(board(board)).append('\n'));
    return writer.yaml.toString();
  }

  private void line(String name, @Nullable Object value) {
    if (value != null) {
      yaml.append(name).append(": ").append(scalar(value)).append('\n');
    }
  }

  private static String board(BoardSpec board) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", board.id());
    fields.put("title", board.title());
    fields.put("method", board.method());
    if (board.evaluator() != null) {
      fields.put("evaluator", board.evaluator());
    }
    if (board.truth() != null) {
      fields.put("truth", board.truth());
    }
    if (!board.settings().isEmpty()) {
      fields.put("settings", new TreeMap<>(board.settings()));
    }
    return flow(fields);
  }

  private static String flow(Map<String, ?> map) {
    return map.entrySet().stream()
        .map(field -> scalar(field.getKey()) + ": " + value(field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String flow(Collection<?> list) {
    return list.stream().map(SpecWriter::value).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> map) {
      var fields = new TreeMap<String, Object>();
      map.forEach((name, field) -> fields.put(String.valueOf(name), field));
      return flow(fields);
    }
    return scalar(value);
  }

  /// Words as they are, anything else quoted.
  private static String scalar(Object value) {
    var text = String.valueOf(value);
    if (value instanceof String && !isPlain(text)) {
      var list = Json.canonical(List.of(text));
      return list.substring(1, list.length() - 1);
    }
    return text;
  }

  private static boolean isPlain(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_-]*( [A-Za-z][A-Za-z0-9_-]*)*")
        && !NOT_WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}
