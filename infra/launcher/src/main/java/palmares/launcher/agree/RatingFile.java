package palmares.launcher.agree;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;

/// The ratings that chosen raters gave the items of a file, a column each; an empty cell is a gap.
///
/// @param isNumeric whether all of them are numbers
/// @param items `[item][rater]` the rating as written, empty for a gap
record RatingFile(CsvTable table, List<String> raters, boolean isNumeric, String[][] items) {

  static RatingFile read(Path path, List<String> raters) {
    if (raters.size() < 2 || raters.stream().distinct().count() < raters.size()) {
      throw CommandFailure.badInput("--raters must name two columns or more, each once: " + raters);
    }
    var table = CsvTable.read(path, "file of ratings");
    var columns = raters.stream().mapToInt(table::column).toArray();
    var items =
        table.rows().stream()
            .map(row ->
                Arrays.stream(columns)
                    .mapToObj(column -> row.cells().get(column).strip())
                    .toArray(String[]::new))
            .toArray(String[][]::new);
    var isNumeric = given(Arrays.stream(items)).allMatch(RatingFile::isNumber);
    return new RatingFile(table, raters, isNumeric, items);
  }

  /// @throws CommandFailure naming the line of a rating that is no number
  void requireNumbers(String statistic) {
    for (var item = 0; item < items.length && !isNumeric; item++) {
      for (var rater = 0; rater < raters.size(); rater++) {
        var text = items[item][rater];
        if (!text.isEmpty() && !isNumber(text)) {
          throw CommandFailure.badInput(
              "%s:%d: %s needs numbers; %s gave '%s'"
                  .formatted(
                      table.path(),
                      table.rows().get(item).line(),
                      statistic,
                      raters.get(rater),
                      text));
        }
      }
    }
  }

  /// The ratings of the items that all of these raters rated, as numbers, by rater.
  double[][] numbers(int... chosen) {
    var complete = complete(chosen);
    return Arrays.stream(chosen)
        .mapToObj(rater ->
            complete.stream().mapToDouble(item -> Double.parseDouble(item[rater])).toArray())
        .toArray(double[][]::new);
  }

  /// The same as categories counted from 0 in their order, by rater.
  int[][] categories(int... chosen) {
    var complete = complete(chosen);
    var places =
        places(
            complete.stream()
                .flatMap(item -> Arrays.stream(chosen).mapToObj(rater -> item[rater])));
    return Arrays.stream(chosen)
        .mapToObj(rater -> complete.stream().mapToInt(item -> place(places, item[rater])).toArray())
        .toArray(int[][]::new);
  }

  /// The ratings that each item has, labels as the places of their categories.
  List<double[]> units() {
    var places = places(given(Arrays.stream(items)));
    return Arrays.stream(items)
        .map(item ->
            given(Stream.<String[]>of(item))
                .mapToDouble(text -> isNumeric ? Double.parseDouble(text) : place(places, text))
                .toArray())
        .toList();
  }

  int[] allRaters() {
    return IntStream.range(0, raters.size()).toArray();
  }

  private List<String[]> complete(int... chosen) {
    return Arrays.stream(items)
        .filter(item -> Arrays.stream(chosen).noneMatch(rater -> item[rater].isEmpty()))
        .toList();
  }

  /// The place of each category among all, by number where all are, so that 3 and 3.0 are one.
  private Map<Object, Integer> places(Stream<String> ratings) {
    var sorted = new TreeSet<Comparable<Object>>();
    ratings.forEach(text -> sorted.add(category(text)));
    var places = new HashMap<Object, Integer>();
    sorted.forEach(category -> places.put(category, places.size()));
    return places;
  }

  private int place(Map<Object, Integer> places, String text) {
    return Objects.requireNonNull(places.get(category(text)));
  }

  @SuppressWarnings("unchecked") // all of one file are of one of the two types
  private Comparable<Object> category(String text) {
    Object category = isNumeric ? (Object) (Double.parseDouble(text) + 0.0) : text;
    return (Comparable<Object>) category;
  }

  private static Stream<String> given(Stream<String[]> items) {
    return items.flatMap(Arrays::stream).filter(text -> !text.isEmpty());
  }

  private static boolean isNumber(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
