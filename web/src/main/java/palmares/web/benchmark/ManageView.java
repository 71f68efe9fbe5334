package palmares.web.benchmark;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ErratumStatus;
import palmares.contract.benchmark.VersionStatus;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.OrganiserCalls;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Refresher;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// What the team of a benchmark can do with it: versions, and errata with their progress.
@PageTitle("Manage · Palmares")
@Route(value = "benchmarks/:name/manage", layout = PageFrame.class)
public final class ManageView extends Div implements BeforeEnterObserver {

  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final OrganiserCalls calls;
  private final VersionCards cards;
  private final Told refused = new Told();
  private final Told told = new Told();
  private volatile String name = "";
  private @Nullable Answer<Managed> shown;

  public ManageView(ApiClient api, Refresher refresher) {
    calls = new OrganiserCalls(api.as(Visitor.currentToken()));
    cards = new VersionCards(calls, this::tell);
    refresher.keep(this, PERIOD, this::ask, this::show);
  }

  /// @param errata of the versions whose gold was mended
  record Managed(List<VersionStatus> versions, List<Mended> errata) {}

  record Mended(String version, List<ErratumStatus> errata) {}

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    name = event.getRouteParameters().get("name").orElse("");
    removeAll();
    add(
        new PageHeader(name)
            .crumb(Links.to("benchmarks/" + name, "The benchmark"))
            .lead("Versions never change; wrong gold is mended by an erratum."),
        cards,
        refused,
        told);
    cards.clear(name);
    shown = null;
    var answer = ask();
    show(answer);
    if (answer instanceof Given<Managed>(var managed) && !open(managed).isEmpty()) {
      add(new ErratumForm(calls, name, open(managed), this::refresh));
    }
  }

  private static List<String> open(Managed managed) {
    return managed.versions().stream()
        .filter(version -> !version.state().equals("withdrawn"))
        .map(VersionStatus::version)
        .toList();
  }

  private Answer<Managed> ask() {
    return switch (calls.versions(name)) {
      case Given(var versions) -> {
        var mended = new ArrayList<Mended>();
        for (var version : versions) {
          if (version.goldRevision() > 1
              && calls.errata(name, version.version()) instanceof Given(var errata)) {
            mended.add(new Mended(version.version(), errata));
          }
        }
        yield new Given<>(new Managed(versions, mended));
      }
      case Denied(var why) -> new Denied<>(why);
    };
  }

  private void refresh() {
    show(ask());
  }

  /// A page of versions is looked at for long, and errata may be published elsewhere.
  private boolean show(Answer<Managed> answer) {
    if (!answer.equals(shown)) {
      shown = answer;
      refused.removeAll();
      switch (answer) {
        case Given(var managed) -> cards.show(managed);
        case Denied(var why) -> refused.add(Notice.of(why));
      }
    }
    return true;
  }

  /// @param answer of a change: what is shown is asked for anew, and a refusal is told
  private void tell(Answer<?> answer) {
    told.removeAll();
    if (answer instanceof Denied<?>(var why)) {
      told.add(Notice.of(why));
    }
    refresh();
  }
}
