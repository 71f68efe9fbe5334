package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Tagged;
import palmares.web.page.Later;
import palmares.web.page.Links;
import palmares.web.page.Notice;

/// One benchmark: what it is, who leads on its first leaderboard, and the other leaderboards.
final class BenchmarkCard extends Section {

  private static final int ROWS = 3;

  BenchmarkCard(ApiClient api, BenchmarkSummary benchmark, List<LeaderboardSummary> boards) {
    addClassNames("card", "padded", "benchmark");
    getElement().setAttribute("aria-label", benchmark.title());
    String page = "benchmarks/" + benchmark.name();
    var name = new H2();
    name.addClassName("foreign");
    if (Links.exists(page)) {
      name.add(Links.to(page, benchmark.title()));
    } else {
      name.setText(benchmark.title());
    }
    add(
        name,
        soft(
            benchmark.name()
                + " "
                + benchmark.version()
                + " · "
                + counted(benchmark.examples(), "example")
                + " · "
                + counted(benchmark.submissions(), "submission")));
    if (!benchmark.description().isBlank()) {
      var about = new Paragraph(benchmark.description());
      about.addClassNames("foreign", "about");
      add(about);
    }
    if (boards.isEmpty()) {
      add(soft("It has no leaderboard."));
    } else {
      var top = new Div(soft("…"));
      add(question(boards.getFirst()), top);
      Later.once(
          this, () -> api.leaderboard(boards.getFirst().id(), null), answer -> show(top, answer));
      others(boards);
    }
  }

  private static Component question(LeaderboardSummary board) {
    var question = new Paragraph(Links.to("leaderboards/" + board.id(), board.title()));
    question.addClassNames("name", "foreign", "asked");
    return question;
  }

  private static void show(Div top, Answer<Tagged<Board>> answer) {
    top.removeAll();
    switch (answer) {
      case Given(var board) -> {
        if (board.value().rows().isEmpty()) {
          top.add(soft("Nothing ranked yet."));
        } else {
          top.add(rows(board.value()), soft(BoardWords.of(board.value()).verdict()));
        }
      }
      case Denied(var why) -> top.add(Notice.of(why));
    }
  }

  private static Component rows(Board board) {
    var words = RowWords.of(board);
    var list = new OrderedList();
    list.addClassName("top");
    board.rows().stream()
        .limit(ROWS)
        .forEach(row -> {
          var rank = new Span(RowWords.rank(row));
          rank.addClassName("rank");
          var subject = new Span(row.subject());
          subject.addClassNames("foreign", "subject");
          var score = new Span(words.score(row));
          score.addClassName("number");
          score.getElement().setAttribute("title", words.drawn(row));
          list.add(new ListItem(rank, subject, score));
        });
    return list;
  }

  private void others(List<LeaderboardSummary> boards) {
    if (boards.size() < 2) {
      return;
    }
    var more = new Paragraph("Also: ");
    more.addClassNames("soft", "note", "foreign");
    for (var board : boards.subList(1, boards.size())) {
      if (more.getComponentCount() > 0) {
        more.add(new Span(" · "));
      }
      more.add(Links.to("leaderboards/" + board.id(), board.title()));
    }
    add(more);
  }

  private static String counted(int count, String what) {
    return count + " " + (count == 1 ? what : what + "s");
  }

  private static Paragraph soft(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassNames("soft", "foreign", "said");
    return paragraph;
  }
}
