package palmares.web.imported;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import palmares.contract.imported.ImportEntry;
import palmares.contract.page.Page;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.ImportCalls;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// The imports of benchmarks that the visitor may see, newest first, or those of one benchmark by
/// `?benchmark=`.
@PageTitle("Imports · Palmares")
@Route(value = "imports", layout = PageFrame.class)
public final class ImportsView extends Div implements BeforeEnterObserver {

  private static final int AT_ONCE = 20;

  private final ImportCalls calls;
  private final UnorderedList list = new UnorderedList();
  private final Div more = new Div();
  private @Nullable String benchmark;

  public ImportsView(ApiClient api) {
    calls = new ImportCalls(api.as(Visitor.currentToken()));
    list.addClassNames("card", "evaluators");
    more.addClassNames("buttons", "pager");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    benchmark =
        event.getLocation().getQueryParameters().getSingleParameter("benchmark").orElse(null);
    list.removeAll();
    removeAll();
    add(header());
    load(null);
  }

  private PageHeader header() {
    var header =
        new PageHeader("What was measured elsewhere?")
            .lead(
                "Evidence that others measured and that was taken as it came. Leaderboards that are"
                    + " made of it say so.");
    return benchmark == null
        ? header
        : header.crumb(
            Links.to("imports", "All imports"),
            Links.to(
                "benchmarks/" + URLEncoder.encode(benchmark, StandardCharsets.UTF_8),
                "Benchmark " + benchmark));
  }

  private void load(@Nullable String cursor) {
    switch (calls.imports(benchmark, cursor, AT_ONCE)) {
      case Given(var page) -> {
        more.removeAll();
        append(page);
      }
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void append(Page<ImportEntry> page) {
    page.items().forEach(entry -> list.add(new ImportItem(entry)));
    if (list.getComponentCount() == 0) {
      add(none());
      return;
    }
    add(list, more);
    var next = page.next();
    if (next != null) {
      var button = new NativeButton("Show older ones", clicked -> load(next));
      button.addClassName("button");
      more.add(button);
    }
  }

  private Notice none() {
    return benchmark == null
        ? Notice.empty(
            "Nothing was imported",
            "Organisers bring results of AlpacaEval and files of battles with “palmares import”.")
        : Notice.empty(
            "Nothing was imported into it", "All that its leaderboards rank was measured here.");
  }
}
