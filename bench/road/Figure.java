package road;

import java.util.List;

/// A line of the table: what is measured, what it must be, what it was, and what it is measured
/// beside.
///
/// @param target empty for a figure that is only told
record Figure(String name, String target, String measured, String baseline, boolean met) {

  static Figure told(String name, String measured, String baseline) {
    return new Figure(name, "", measured, baseline, true);
  }

  /// What takes the place of figures that could not be measured.
  static Figure failed(String part, Exception cause) {
    return new Figure(part, "", "not measured", cause.toString(), false);
  }

  static void print(List<Figure> figures) {
    System.out.printf(
        "%n%-7s%-58s %-12s %-22s %s%n", "", "figure", "target", "measured", "beside it");
    for (var figure : figures) {
      System.out.printf(
          "%-7s%-58s %-12s %-22s %s%n",
          figure.met ? "" : "MISSED", figure.name, figure.target, figure.measured, figure.baseline);
    }
  }
}
