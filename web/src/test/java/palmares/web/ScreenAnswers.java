package palmares.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import palmares.web.StubApi.Reply;

/// What the API answers for pictures of pages: a platform in use.
final class ScreenAnswers {

  /// The first board of the demo, as README.md prints it, and rows in between. A group of ties ends
  /// where an interval no longer reaches that of the group's first.
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("minilm-sentence", 1, 7, 1, 33.1, 16.5, 51.0, 55),
          new Entry("minilm-two", 1, 7, 1, 21.6, 5.9, 38.4, 108),
          new Entry("fusion-sentence", 1, 8, 1, 17.1, 0.2, 36.9, 54),
          new Entry("bm25-sentence", 1, 8, 1, 15.4, -1.6, 34.2, 54),
          new Entry("minilm-span", 1, 9, 1, 12.7, -4.4, 31.0, 24),
          new Entry("word-overlap", 1, 10, 1, 10.2, -6.2, 28.4, 54),
          new Entry("whole-passage", 2, 8, 2, 8.4, 4.8, 10.0, 264),
          new Entry("overlap-span", 3, 10, 2, 4.3, -11.0, 20.7, 23),
          new Entry("longest-sentence", 7, 11, 3, -17.6, -29.8, -4.1, 71),
          new Entry("random-sentence", 7, 11, 3, -23.9, -35.0, -11.6, 52),
          new Entry("lead-sentence", 9, 12, 4, -37.7, -41.3, -33.0, 53),
          new Entry("question-echo", 12, 12, 5, -53.8, -54.7, -53.1, 50));

  private record Entry(
      String system,
      int low,
      int high,
      int tieGroup,
      double value,
      double from,
      double to,
      int chars) {}

  private ScreenAnswers() {}

  static void on(StubApi api) {
    PeopleAnswers.on(api);
    OperatorAnswers.on(api);
    OrganiserAnswers.on(api);
    OrganiserAnswers.mayChange(api);
    EvaluatorAnswers.on(api);
    ComparisonAnswers.on(api);
    ImportAnswers.on(api);
    api.on("GET /leaderboards/board-1", new Reply(200, "\"14\"", Map.of(), board()));
    api.on("GET /snapshots/n-14", board());
    api.on(
        "GET /teams/crew/quotas",
        """
        [{"benchmark":"short-reading","version":"1","perDay":5,"used":2,"left":3}]
        """);
    api.on("GET /teams/crew/quotas/entries", "{\"items\":[]}");
  }

  private static String board() {
    var rows =
        IntStream.range(0, ENTRIES.size())
            .mapToObj(i -> row(i + 1, ENTRIES.get(i)))
            .collect(Collectors.joining(","));
    var sample = SampleAnswers.board("", 14);
    var begin = sample.indexOf("\"rows\":[") + "\"rows\":[".length();
    var unranked = sample.indexOf("{\"subject\":\"word-overlap-abstain\"");
    return (sample.substring(0, begin) + rows + "," + sample.substring(unranked))
        .replace("34,\"missing\":26", "38,\"missing\":27")
        .replace("26 of 60 missing", "27 of 65 missing");
  }

  private static String row(int rank, Entry entry) {
    return String.format(
        Locale.ROOT,
        """
        {"subject":"%s","subjectKind":"system","system":"y-1","team":"demo","kind":"built-in","baseline":%b,
         "rank":%d,"rankLow":%d,"rankHigh":%d,"tieGroup":%d,"value":%.1f,"low":%.1f,"high":%.1f,
         "columns":{"answered":65,"chars":%d,"tries":1},"labels":{}}\
        """,
        entry.system(),
        entry.system().equals("word-overlap"),
        rank,
        entry.low(),
        entry.high(),
        entry.tieGroup(),
        entry.value(),
        entry.from(),
        entry.to(),
        entry.chars());
  }
}
