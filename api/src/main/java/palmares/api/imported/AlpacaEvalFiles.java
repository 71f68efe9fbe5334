package palmares.api.imported;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import palmares.api.json.Json;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;

/// The two files that AlpacaEval keeps of a system: `model_outputs.json`, its responses, and
/// `annotations.json`, which of two responses an annotator preferred for each instruction.
///
/// Rows are told apart by their instruction (with its `input`, where a file has one).
final class AlpacaEvalFiles {

  private static final Set<String> OF_OUTPUTS =
      Set.of("instruction", "input", "output", "generator", "dataset");
  private static final Set<String> OF_ANNOTATIONS =
      Set.of(
          "instruction",
          "input",
          "output_1",
          "output_2",
          "generator_1",
          "generator_2",
          "annotator",
          "preference",
          "dataset");

  private final Flaws flaws;
  private final Map<String, Output> outputs = new LinkedHashMap<>();
  private final Map<String, Annotation> annotations = new LinkedHashMap<>();
  private final Map<String, String> agreed = new LinkedHashMap<>();

  AlpacaEvalFiles(Flaws flaws) {
    this.flaws = flaws;
  }

  record Output(int line, String text, String dataset) {}

  /// @param baseline the response compared with
  /// @param text the response of the system
  /// @param preference from 1, the baseline, to 2, the system; null where there is none
  record Annotation(
      int line, String baseline, String text, @Nullable Double preference, String dataset) {}

  /// By instruction, in the order of the file.
  Map<String, Output> outputs() {
    return outputs;
  }

  /// By instruction, in the order of the file.
  Map<String, Annotation> annotations() {
    return annotations;
  }

  /// What all rows of a file say in this field: `generator`, `generator_1`, `generator_2` or
  /// `annotator`.
  @Nullable String agreed(String field) {
    return agreed.get(field);
  }

  boolean readOutputs(ArrayRows.Source file) throws IOException {
    var own = new Flaws("outputs");
    var tooLarge =
        ArrayRows.read(file, OF_OUTPUTS, own, (line, fields) -> output(line, fields, own));
    if (outputs.isEmpty() && own.isEmpty()) {
      own.add(null, null, "holds no rows");
    }
    flaws.addAll(own);
    return tooLarge;
  }

  boolean readAnnotations(ArrayRows.Source file) throws IOException {
    var own = new Flaws("annotations");
    var tooLarge =
        ArrayRows.read(file, OF_ANNOTATIONS, own, (line, fields) -> annotation(line, fields, own));
    if (annotations.isEmpty() && own.isEmpty()) {
      own.add(null, null, "holds no rows");
    }
    flaws.addAll(own);
    return tooLarge;
  }

  private void output(int line, Map<String, Json> fields, Flaws own) {
    var row = new Row(line, fields, own);
    var instruction = row.instruction();
    var text = row.text("output");
    agree(row, "generator", false);
    if (instruction != null && text != null) {
      put(outputs, instruction, new Output(line, text, row.dataset()), Output::line, line, own);
    }
  }

  private void annotation(int line, Map<String, Json> fields, Flaws own) {
    var row = new Row(line, fields, own);
    var instruction = row.instruction();
    var baseline = row.text("output_1");
    var text = row.text("output_2");
    agree(row, "generator_1", true);
    agree(row, "generator_2", false);
    agree(row, "annotator", true);
    var preference = row.number("preference");
    if (instruction != null && baseline != null && text != null) {
      var annotation = new Annotation(line, baseline, text, preference, row.dataset());
      put(annotations, instruction, annotation, Annotation::line, line, own);
    }
  }

  private static <T> void put(
      Map<String, T> rows,
      String instruction,
      T row,
      ToIntFunction<T> lineOf,
      int line,
      Flaws own) {
    var first = rows.putIfAbsent(instruction, row);
    if (first != null) {
      own.add(
          line,
          "instruction",
          "stands twice, first in line %d: '%s'"
              .formatted(lineOf.applyAsInt(first), Problems.shown(instruction)));
    }
  }

  /// One file is of one pair of systems and one annotator.
  private void agree(Row row, String field, boolean required) {
    var value = required ? row.text(field) : row.textOrNull(field);
    if (value == null) {
      return;
    }
    var first = agreed.putIfAbsent(field, value);
    if (first != null && !first.equals(value)) {
      row.flaw(
          field,
          () ->
              "must be the same in every row: '%s' after '%s'"
                  .formatted(Problems.shown(value), Problems.shown(first)));
    }
  }

  private record Row(int line, Map<String, Json> fields, Flaws flaws) {

    @Nullable String instruction() {
      var instruction = text("instruction");
      var input = textOrNull("input");
      return instruction == null || input == null || input.isBlank()
          ? instruction
          : instruction + "\n\n" + input;
    }

    String dataset() {
      var dataset = textOrNull("dataset");
      return dataset == null ? "" : dataset;
    }

    @Nullable String text(String name) {
      var value = fields.get(name);
      if (value == null) {
        flaws.add(line, name, "is missing");
        return null;
      }
      return asText(name, value);
    }

    @Nullable String textOrNull(String name) {
      var value = fields.get(name);
      return value == null || value instanceof Json.Null ? null : asText(name, value);
    }

    private @Nullable String asText(String name, Json value) {
      if (value instanceof Json.Text text) {
        return text.value();
      }
      flaws.add(value.line(), name, "must be a text, not " + value.kind());
      return null;
    }

    @Nullable Double number(String name) {
      return switch (fields.get(name)) {
        case Json.Num number -> number.value().doubleValue();
        case Json.Null none -> null;
        case null -> {
          flaws.add(line, name, "is missing");
          yield null;
        }
        case Json other -> {
          flaws.add(other.line(), name, "must be a number or null, not " + other.kind());
          yield null;
        }
      };
    }

    void flaw(String field, Supplier<String> message) {
      flaws.add(line, field, message.get());
    }
  }
}
