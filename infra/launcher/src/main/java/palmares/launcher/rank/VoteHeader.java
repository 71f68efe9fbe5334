package palmares.launcher.rank;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import palmares.launcher.terminal.CommandFailure;

/// The header of a file of votes: its family and where its columns are.
///
/// @param weight the place of the column of weights, -1 without one
/// @param cluster the place of the column of clusters, -1 without one
/// @param hints columns that may say which votes belong together, when none was named
record VoteHeader(
    VoteFormat format,
    int size,
    int left,
    int right,
    int[] results,
    int weight,
    int cluster,
    List<String> hints) {

  private static final List<String> MAY_BE_CLUSTERS =
      List.of("question_id", "example", "prompt", "worker", "judge", "rater");

  static VoteHeader of(Path file, CsvRecord record, VoteColumns columns) {
    var places = new LinkedHashMap<String, Integer>();
    for (var name : record.getFields()) {
      if (places.putIfAbsent(name.strip(), places.size()) != null) {
        throw CommandFailure.badInput(
            "%s:%d: column '%s' stands twice".formatted(file, line(record), name.strip()));
      }
    }
    var format =
        VoteFormat.of(places.keySet())
            .orElseThrow(() ->
                CommandFailure.badInput(
                    "%s:%d: unknown columns %s; expected %s"
                        .formatted(file, line(record), places.keySet(), VoteFormat.all())));
    var hints = columns.cluster().isPresent() ? List.<String>of() : hints(places);
    return new VoteHeader(
        format,
        places.size(),
        place(places, format.left()),
        place(places, format.right()),
        format.results().stream().mapToInt(name -> place(places, name)).toArray(),
        columns.weight().map(name -> named(file, places, name)).orElse(place(places, "weight")),
        columns.cluster().map(name -> named(file, places, name)).orElse(-1),
        hints);
  }

  private static List<String> hints(Map<String, Integer> places) {
    return MAY_BE_CLUSTERS.stream().filter(places::containsKey).toList();
  }

  private static int named(Path file, Map<String, Integer> places, String name) {
    var place = place(places, name);
    if (place < 0) {
      throw CommandFailure.badInput(
          "%s has no column '%s'; there are %s".formatted(file, name, places.keySet()));
    }
    return place;
  }

  private static int place(Map<String, Integer> places, String name) {
    return places.getOrDefault(name, -1);
  }

  private static long line(CsvRecord record) {
    return record.getStartingLineNumber();
  }
}
