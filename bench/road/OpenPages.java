package road;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The live heap of the web role for each of 500 leaderboard pages, each in a session of its own,
/// that listen for news.
final class OpenPages {

  private static final int PAGES = 500;
  private static final int WARM_UP = 20;
  private static final double TARGET_KB = 300;

  private OpenPages() {}

  static List<Figure> measure(Platform platform, String large) throws Exception {
    var small = Boards.fill(platform, "short", 100);
    return List.of(
        perPage(platform, "board of 100 rows, heap of each of 500 pages", small),
        perPage(platform, "board of 1,000 rows, heap of each of 500 pages", large));
  }

  private static Figure perPage(Platform platform, String name, String board) throws Exception {
    var web = WebHeap.running();
    try (var http = HttpClient.newHttpClient()) {
      var visits = new ArrayList<>(open(platform, http, board, WARM_UP));
      var before = web.live();
      visits.addAll(open(platform, http, board, PAGES));
      var after = web.live();
      var each = (after - before) / 1000.0 / PAGES;
      var deaf = visits.stream().filter(visit -> visit.line().isInputClosed()).count();
      visits.forEach(visit -> visit.line().abort());
      if (deaf > 0) {
        throw new IOException(deaf + " of " + visits.size() + " pages were hung up on");
      }
      return new Figure(
          name,
          "< %.0f kB".formatted(TARGET_KB),
          String.format(Locale.ROOT, "%.0f kB", each),
          String.format(
              Locale.ROOT,
              "%,.1f MB live before (%d pages open), %,.1f MB after",
              before / 1e6,
              WARM_UP,
              after / 1e6),
          each < TARGET_KB);
    }
  }

  private static List<Visit> open(Platform platform, HttpClient http, String board, int pages)
      throws Exception {
    var visits = new ArrayList<Visit>();
    for (var i = 0; i < pages; i++) {
      visits.add(
          Visit.open(http, platform.deployment().origin(), "leaderboards/" + board, "system-1"));
    }
    return visits;
  }
}
