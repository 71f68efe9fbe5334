package palmares.launcher.agree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palmares.launcher.table.CsvTable;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.audit.ScoredGroup;

/// The ratings that chosen raters gave the items of a file, a column each; an empty cell is a gap.
///
/// @param group the place of the column by which items belong together; -1 if there is none
/// @param isNumeric whether all of them are numbers
/// @param items `[item][rater]` the rating as written, empty for a gap
record RatingFile(
    CsvTable table, List<String> raters, int group, boolean isNumeric, String[][] items) {

  static RatingFile read(Path path, List<String> raters, Optional<String> groupColumn) {
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
    return new RatingFile(
        table, raters, groupColumn.map(table::column).orElse(-1), isNumeric, items);
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

  /// @throws CommandFailure if no column of groups was named
  void requireGroups(String statistic) {
    if (group < 0) {
      throw CommandFailure.badInput(statistic + " needs --group COLUMN");
    }
  }

  /// What an item is called: its first cell.
  String name(int item) {
    return table.rows().get(item).cells().getFirst().strip();
  }

  /// What an item is about: its group, or the item itself where there are none.
  String subject(int item) {
    return group < 0 ? name(item) : groupOf(item);
  }

  boolean isRated(int item) {
    return !given(item).isEmpty();
  }

  /// The ratings that an item has.
  List<String> given(int item) {
    return given(Stream.<String[]>of(items[item])).toList();
  }

  /// All ratings of a rater, labels as the places of their categories, NaN for a gap.
  double[] withGaps(int rater) {
    var places = places(given(Arrays.stream(items)));
    return Arrays.stream(items)
        .mapToDouble(item -> item[rater].isEmpty() ? Double.NaN : number(places, item[rater]))
        .toArray();
  }

  /// The groups of the items that all of these raters rated, item by item.
  List<String> completeGroups(int... chosen) {
    return completePlaces(chosen).mapToObj(this::groupOf).toList();
  }

  /// The numbers of two raters by group; one group where there is no column of groups.
  List<ScoredGroup> groups(int... chosen) {
    var members = new LinkedHashMap<String, List<String[]>>();
    completePlaces(chosen)
        .forEach(item ->
            members
                .computeIfAbsent(group < 0 ? "" : groupOf(item), name -> new ArrayList<>())
                .add(items[item]));
    return members.values().stream()
        .map(each -> new ScoredGroup(numbers(each, chosen[0]), numbers(each, chosen[1])))
        .toList();
  }

  private String groupOf(int item) {
    return table.rows().get(item).cells().get(group).strip();
  }

  private static double[] numbers(List<String[]> items, int rater) {
    return items.stream().mapToDouble(item -> Double.parseDouble(item[rater])).toArray();
  }

  /// The ratings of the items that all of these raters rated, as numbers, by rater.
  double[][] numbers(int... chosen) {
    var complete = complete(chosen);
    return Arrays.stream(chosen)
        .mapToObj(rater -> numbers(complete, rater))
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
            given(Stream.<String[]>of(item)).mapToDouble(text -> number(places, text)).toArray())
        .toList();
  }

  int[] allRaters() {
    return IntStream.range(0, raters.size()).toArray();
  }

  /// The items that all of these raters rated.
  List<String[]> complete(int... chosen) {
    return completePlaces(chosen).mapToObj(item -> items[item]).toList();
  }

  private IntStream completePlaces(int... chosen) {
    return IntStream.range(0, items.length)
        .filter(item -> Arrays.stream(chosen).noneMatch(rater -> items[item][rater].isEmpty()));
  }

  /// The place of each category among all, by number where all are, so that 3 and 3.0 are one.
  private Map<Object, Integer> places(Stream<String> ratings) {
    var sorted = new TreeSet<Comparable<Object>>();
    ratings.forEach(text -> sorted.add(category(text)));
    var places = new HashMap<Object, Integer>();
    sorted.forEach(category -> places.put(category, places.size()));
    return places;
  }

  private double number(Map<Object, Integer> places, String text) {
    return isNumeric ? Double.parseDouble(text) : place(places, text);
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
