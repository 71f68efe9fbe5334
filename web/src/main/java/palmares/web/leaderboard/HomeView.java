package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// The first page: the benchmarks that the visitor may see, who leads on them, and what changed.
@PageTitle("Palmares")
@Route(value = "", layout = PageFrame.class)
public final class HomeView extends Div {

  private static final int MOST_SHOWN = 24;
  private static final int SEARCHED_FROM = 3;

  private final ApiClient api;
  private final Div shown = new Div();
  private final List<NativeButton> chips = new ArrayList<>();
  private List<BenchmarkSummary> benchmarks = List.of();
  private List<LeaderboardSummary> boards = List.of();
  private HomeFilter filter = new HomeFilter("", null);

  public HomeView(ApiClient api) {
    this.api = api.as(Visitor.currentToken());
    add(
        new PageHeader("What is measured here, and who leads?")
            .lead(
                "Teams submit AI systems, workers evaluate them, and each leaderboard says who is"
                    + " better, by how much, and how sure that is."));
    switch (this.api.benchmarks()) {
      case Given(var page) when page.items().isEmpty() -> add(beginning());
      case Given(var page) -> start(page.items());
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void start(List<BenchmarkSummary> found) {
    benchmarks = found;
    switch (api.leaderboards()) {
      case Given(var page) -> boards = page.items();
      case Denied(var why) -> add(Notice.of(why));
    }
    if (benchmarks.size() >= SEARCHED_FROM) {
      add(tools());
    }
    shown.addClassName("benchmarks");
    add(shown, new LatelyCard(api, boards));
    show();
  }

  private Component tools() {
    var search = new TextField();
    search.setPlaceholder("Find a benchmark");
    search.setAriaLabel("Find a benchmark");
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(typed -> {
      filter = new HomeFilter(typed.getValue(), filter.tag());
      show();
    });
    var tools = new Div(search);
    tools.addClassName("tools");
    chip(tools, "All", null);
    HomeFilter.tags(benchmarks).forEach(tag -> chip(tools, tag, tag));
    return tools;
  }

  private void chip(Div tools, String text, @Nullable String tag) {
    var chip = new NativeButton(text);
    chip.addClassNames("chip-button", "foreign");
    chip.addClickListener(clicked -> {
      chips.forEach(each -> press(each, each == chip));
      filter = new HomeFilter(filter.text(), tag);
      show();
    });
    press(chip, tag == null);
    chips.add(chip);
    tools.add(chip);
  }

  private static void press(NativeButton chip, boolean pressed) {
    chip.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
  }

  private void show() {
    var found = filter.of(benchmarks);
    shown.removeAll();
    if (found.isEmpty()) {
      shown.add(Notice.empty("Nothing found", "No benchmark has these words and this category."));
    }
    found.stream()
        .limit(MOST_SHOWN)
        .forEach(benchmark -> shown.add(new BenchmarkCard(api, benchmark, boards(benchmark))));
    if (found.size() > MOST_SHOWN) {
      shown.add(
          Notice.empty(
              MOST_SHOWN + " of " + found.size() + " are shown", "A word narrows them down."));
    }
  }

  private List<LeaderboardSummary> boards(BenchmarkSummary benchmark) {
    return boards.stream()
        .filter(board -> board.benchmark().equals(benchmark.name()))
        .filter(board -> board.version().equals(benchmark.version()))
        .toList();
  }

  private static Component beginning() {
    return Notice.empty(
        "No benchmarks yet",
        "A benchmark is a folder with two files. “palmares benchmark new mine” writes one that"
            + " runs, “palmares benchmark push mine” publishes it, and its leaderboards appear"
            + " here.");
  }
}
