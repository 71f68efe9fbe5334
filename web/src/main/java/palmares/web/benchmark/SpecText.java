package palmares.web.benchmark;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import palmares.web.client.ContractJson;

/// What a form says of a benchmark, as the text of `benchmark.yaml`. Nothing is checked here: the
/// API finds what is wrong with the file, the same as with one that was uploaded.
///
/// @param quotaPerDay as typed; empty for none
/// @param licence empty for none
record SpecText(
    String name,
    String version,
    String title,
    String description,
    List<Category> categories,
    List<String> evaluators,
    String mainMetric,
    String entryRule,
    String gaps,
    String visible,
    String quotaPerDay,
    String licence) {

  private static final Pattern YAML_ALONE = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff]");

  /// @param weight as typed
  record Category(String name, String weight) {}

  SpecText {
    categories = List.copyOf(categories);
    evaluators = List.copyOf(evaluators);
  }

  String yaml() {
    var lines = new StringBuilder();
    line(lines, "name", text(name));
    line(lines, "version", text(version));
    line(lines, "title", text(title));
    if (!description.isBlank()) {
      line(lines, "description", text(description));
    }
    if (!categories.isEmpty()) {
      line(
          lines,
          "categories",
          categories.stream()
              .map(each -> text(each.name()) + ": " + number(each.weight()))
              .collect(Collectors.joining(", ", "{", "}")));
    }
    line(
        lines,
        "evaluators",
        evaluators.stream().map(SpecText::text).collect(Collectors.joining(", ", "[", "]")));
    line(lines, "main_metric", text(mainMetric));
    line(lines, "entry_rule", text(entryRule));
    line(lines, "gaps", text(gaps));
    line(lines, "visible", text(visible));
    if (!quotaPerDay.isBlank()) {
      line(lines, "quota_per_day", number(quotaPerDay));
    }
    if (!licence.isBlank()) {
      line(lines, "licence", text(licence));
    }
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append(name).append(": ").append(value).append('\n');
  }

  /// Quoted as in JSON, which YAML reads alike, but for what ends a line in YAML alone: no text can
  /// become another field or another type.
  private static String text(String value) {
    return YAML_ALONE
        .matcher(ContractJson.write(value.strip()))
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  private static String number(String value) {
    var stripped = value.strip();
    return stripped.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? stripped : text(stripped);
  }
}
