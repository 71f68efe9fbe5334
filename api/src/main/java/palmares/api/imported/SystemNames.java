package palmares.api.imported;

import org.jspecify.annotations.Nullable;
import palmares.api.problem.Flaws;
import palmares.api.problem.Problems;

/// What systems of imported files may be called.
final class SystemNames {

  private static final int MAX = 120;

  private SystemNames() {}

  /// The name asked for, or what the files call the system; a flaw is noted where that is none.
  static String chosen(@Nullable String asked, AlpacaEvalFiles files, Flaws flaws) {
    var own = files.agreed("generator");
    var name = asked != null ? asked : own != null ? own : files.agreed("generator_2");
    if (name == null) {
      flaws.add(null, "generator", "is missing, and no other name was given");
      return "";
    }
    check(asked != null ? "system" : "generator", name, null, flaws);
    check("generator_1", files.agreed("generator_1"), null, flaws);
    check("annotator", files.agreed("annotator"), null, flaws);
    return name;
  }

  /// An absent name is another flaw, noted where it is absent.
  static void check(String field, @Nullable String name, @Nullable Integer line, Flaws flaws) {
    if (name == null) {
      return;
    }
    if (name.isBlank()) {
      flaws.add(line, field, "is blank; expected a name");
    } else if (name.length() > MAX || !Problems.isPrintable(name)) {
      flaws.add(
          line,
          field,
          "must be a name of at most %d printable characters: '%s'"
              .formatted(MAX, Problems.shown(name)));
    }
  }
}
