package palmares.web.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import palmares.contract.leaderboard.Board;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.ComparisonCalls.Wanted;
import palmares.web.page.Card;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;

/// Who a submission can be compared with: the rows of its benchmark's leaderboards, and the other
/// submissions to it that the reader follows.
final class Opponents extends Div {

  private static final int MOST = 200;

  private final String left;

  Opponents(ApiClient api, String left) {
    this.left = left;
    switch (api.submission(left)) {
      case Given(var status) -> show(api, status);
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void show(ApiClient api, SubmissionStatus status) {
    var rows = new LinkedHashMap<String, String>();
    if (new BenchmarkCalls(api).benchmark(status.benchmark(), status.version())
        instanceof Given(var benchmark)) {
      for (var board : benchmark.leaderboards()) {
        if (api.leaderboard(board.id(), null) instanceof Given(var tagged)) {
          tagged.value().rows().stream()
              .filter(row -> row.submission() != null)
              .forEach(
                  row -> rows.putIfAbsent(Objects.requireNonNull(row.submission()), words(row)));
        }
      }
    }
    list("Rows of the leaderboards", rows);
    var followed = new LinkedHashMap<String, String>();
    if (api.submissions(status.benchmark()) instanceof Given(var page)) {
      page.items().stream()
          .filter(each -> each.version().equals(status.version()))
          .filter(each -> !rows.containsKey(each.id()))
          .forEach(each ->
              followed.put(
                  each.id(), each.system() + ", sent " + Instants.day(each.submittedAt())));
    }
    list("Other submissions that you follow", followed);
    if (getComponentCount() == 0) {
      add(Notice.empty("Nobody yet", "There is no other submission to compare this one with."));
    }
  }

  private static String words(Board.Row row) {
    return row.rank() == null ? row.subject() : row.rank() + "  " + row.subject();
  }

  private void list(String title, Map<String, String> submissions) {
    var list = new UnorderedList();
    list.addClassName("opponents");
    submissions.entrySet().stream()
        .filter(each -> !each.getKey().equals(left))
        .limit(MOST)
        .forEach(each -> {
          var link =
              Links.to(
                  CompareView.path(new Wanted(left, each.getKey(), null, null)), each.getValue());
          link.addClassName("foreign");
          list.add(new ListItem(link));
        });
    if (list.getComponentCount() > 0) {
      add(Card.titled(title, list));
    }
  }
}
