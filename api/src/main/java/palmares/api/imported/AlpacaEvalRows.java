package palmares.api.imported;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.api.imported.AlpacaEvalFiles.Annotation;

/// Which annotations are taken, as AlpacaEval's own code takes them: 0 is how old files write a
/// draw, and what is null or outside 1 to 2 does not count.
///
/// @param ordered the probability that the system is preferred, by instruction
record AlpacaEvalRows(Map<String, Double> ordered, Reasons skipped, Reasons noticed) {

  private static final double DRAW = 0.5;

  static AlpacaEvalRows of(AlpacaEvalFiles files) {
    var rows = new AlpacaEvalRows(new LinkedHashMap<>(), new Reasons(), new Reasons());
    files.annotations().forEach((instruction, row) -> rows.add(files, instruction, row));
    files
        .outputs()
        .forEach((instruction, row) -> {
          if (!files.annotations().containsKey(instruction)) {
            rows.noticed.add("a response that nobody has annotated", row.line());
          }
        });
    return rows;
  }

  private void add(AlpacaEvalFiles files, String instruction, Annotation row) {
    var output = files.outputs().get(instruction);
    if (!files.outputs().isEmpty() && output == null) {
      skipped.add("an annotation of a response that the outputs do not have", row.line());
      return;
    }
    var probability = probability(row);
    if (probability == null) {
      return;
    }
    if (output != null && !output.text().equals(row.text())) {
      noticed.add("an annotation of another response than the outputs have", row.line());
    }
    ordered.put(instruction, probability);
  }

  private @Nullable Double probability(Annotation row) {
    var preference = row.preference();
    if (preference == null) {
      skipped.add("no preference: nothing was understood of what the annotator said", row.line());
      return null;
    }
    if (preference == 0) {
      noticed.add("a draw, written as 0", row.line());
      return DRAW;
    }
    if (preference < 1 || preference > 2) {
      skipped.add("a preference that is not from 1 to 2", row.line());
      return null;
    }
    return preference - 1;
  }
}
