package palmares.web.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.Comparison.OneCategory;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.ComparisonCalls;
import palmares.web.client.ComparisonCalls.Wanted;
import palmares.web.page.Busy;
import palmares.web.page.Dropdown;
import palmares.web.page.Later;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// Two submissions side by side: `?left=` and `?right=` name them, `?evaluator=` and `?category=`
/// say by what and over which examples.
@Route(value = "compare", layout = PageFrame.class)
public final class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final ApiClient api;
  private final ComparisonCalls calls;
  private String title = "Compare";
  private @Nullable Wanted asked;

  public CompareView(ApiClient api) {
    this.api = api.as(Visitor.currentToken());
    calls = new ComparisonCalls(this.api);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    var wanted =
        new Wanted(
            query.getSingleParameter("left").orElse(""),
            query.getSingleParameter("right").orElse(""),
            query.getSingleParameter("evaluator").orElse(null),
            query.getSingleParameter("category").orElse(null));
    removeAll();
    asked = null;
    if (wanted.left().isEmpty()) {
      add(new PageHeader("Compare two systems"), pickTwo());
      return;
    }
    if (wanted.right().isEmpty()) {
      if (Visitor.admitted(event)) {
        add(new PageHeader("Compare with which?"), new Opponents(api, wanted.left()));
      }
      return;
    }
    add(new PageHeader("Compare two systems"), new Busy("Comparing …"));
    // Thousands of examples are drawn anew thousands of times, and other pages wait for the lock.
    asked = wanted;
    Later.ask(
        event.getUI(),
        () -> calls.comparison(wanted),
        answer -> {
          if (wanted == asked) {
            show(wanted, answer);
          }
        });
  }

  private void show(Wanted wanted, Answer<Comparison> answer) {
    removeAll();
    switch (answer) {
      case Given(var comparison) -> show(wanted, comparison);
      case Denied(var why) -> add(new PageHeader("Compare two systems"), Notice.of(why));
    }
  }

  private static Component pickTwo() {
    var notice =
        Notice.empty(
            "Pick two rows first", "Tick two rows of a leaderboard, then press “Compare the two”.");
    notice.add(Links.to("leaderboards", "To the leaderboards"));
    return notice;
  }

  @Override
  public String getPageTitle() {
    return title + " · Palmares";
  }

  private void show(Wanted wanted, Comparison comparison) {
    var words = ComparisonWords.of(comparison);
    var names = words.names();
    title = names.left() + " or " + names.right();
    getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    add(
        new PageHeader(title + "?")
            .crumb(
                Links.to("benchmarks/" + encoded(comparison.benchmark()), comparison.benchmark()),
                new Span("version " + comparison.version()),
                new Span("by " + comparison.evaluator()))
            .lead(words.lead()),
        tools(wanted, comparison));
    if (comparison.categories().size() > 1) {
      add(categories(wanted, comparison));
    }
    add(new Summary(words));
    if (comparison.hidden() == null) {
      add(new ComparedCard(calls, wanted, names, comparison.evaluator()));
    } else {
      var hidden = new Paragraph(comparison.hidden());
      hidden.addClassNames("soft", "note", "foreign");
      add(hidden);
    }
  }

  private static Component tools(Wanted wanted, Comparison comparison) {
    var tools = new Div();
    tools.addClassName("tools");
    tools.add(
        Links.button(
            path(new Wanted(wanted.right(), wanted.left(), wanted.evaluator(), wanted.category())),
            "Swap sides"));
    if (comparison.evaluators().size() > 1) {
      var menu = new Dropdown("By " + comparison.evaluator());
      comparison
          .evaluators()
          .forEach(each ->
              menu.addToPanel(
                  Links.to(
                      path(new Wanted(wanted.left(), wanted.right(), each, wanted.category())),
                      each)));
      tools.add(menu);
    }
    return tools;
  }

  private static Component categories(Wanted wanted, Comparison comparison) {
    var links = new Nav();
    links.addClassNames("tools", "categories");
    links.getElement().setAttribute("aria-label", "Categories");
    links.add(category(wanted, "All categories", null));
    comparison.categories().stream()
        .map(OneCategory::category)
        .forEach(each -> links.add(category(wanted, each, each)));
    return links;
  }

  private static Component category(Wanted wanted, String text, @Nullable String category) {
    var link =
        Links.to(
            path(new Wanted(wanted.left(), wanted.right(), wanted.evaluator(), category)), text);
    link.addClassNames("chip-button", "foreign");
    if (Objects.equals(category, wanted.category())) {
      link.getElement().setAttribute("aria-current", "page");
    }
    return link;
  }

  static String path(Wanted wanted) {
    var path =
        new StringBuilder("compare?left=")
            .append(encoded(wanted.left()))
            .append("&right=")
            .append(encoded(wanted.right()));
    if (wanted.evaluator() != null) {
      path.append("&evaluator=").append(encoded(wanted.evaluator()));
    }
    if (wanted.category() != null) {
      path.append("&category=").append(encoded(wanted.category()));
    }
    return path.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
