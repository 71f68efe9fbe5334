package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every page there is, looked at in light, in dark and on a phone. `./palmares screens` puts the
/// pictures into `docs/screens`.
final class EveryPageTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final Path PICTURES =
      Path.of(System.getProperty("palmares.root", ".."), "docs/screens");

  /// @param route as its view states it
  /// @param name of its pictures
  /// @param path an address of it, without the first slash
  /// @param sign words that stand on it once it is there
  private record Shown(String route, String name, String path, String sign) {}

  private static final Shown SIGN_IN =
      new Shown("sign-in", "sign-in", "sign-in", "one-time secret");

  /// What a person sees who has signed in.
  private static final List<Shown> PAGES =
      List.of(
          new Shown("", "home", "", "What changed lately"),
          new Shown("leaderboards", "leaderboards", "leaderboards", "Who wins head to head?"),
          new Shown("leaderboards/:id", "leaderboard", "leaderboards/board-1", "question-echo"),
          new Shown("benchmarks/:name", "benchmark", "benchmarks/short-reading", "With curl"),
          new Shown("benchmarks/new", "benchmark-new", "benchmarks/new", "Start empty"),
          new Shown("benchmarks/new/form", "benchmark-form", "benchmarks/new/form", "What it is"),
          new Shown("drafts/:id", "draft", "drafts/d1", "must be one of"),
          new Shown("benchmarks/:name/manage", "manage", "benchmarks/mine/manage", "scored again"),
          new Shown(
              "benchmarks/:name/exclusions",
              "exclusions",
              "benchmarks/short-reading/exclusions",
              "on a poster"),
          new Shown("imports", "imports", "imports", "some left out"),
          new Shown("submit", "submit", "submit", "or paste the lines"),
          new Shown("submissions", "submissions", "submissions", "mine"),
          new Shown("submissions/:id", "submission", "submissions/s-1", "Example by example"),
          new Shown("systems/:id", "system", "systems/y-1", "What its team says"),
          new Shown("compare", "compare", "compare?left=s-1&right=s-2", "Example causes-01"),
          new Shown("evaluators", "evaluators", "evaluators", "nearly the same order"),
          new Shown("account", "account", "account", "ci-nightly"),
          new Shown("teams", "teams", "teams", "you are an owner"),
          new Shown("teams/:team", "team", "teams/crew", "all work"),
          new Shown("invitation", "invitation", "invitation#one-time", "You would be"),
          new Shown("operator", "operator", "operator", "reward-large@1"),
          new Shown("accounts", "accounts", "accounts", "as the identity provider says"));

  @BeforeEach
  void answers() {
    ScreenAnswers.on(WEB.api());
  }

  @Test
  void everyPageHasItsPicturesAndNoFaultThatAxeKnows() {
    var faults = new ArrayList<String>();

    look(SIGN_IN, faults);
    WEB.openSignedIn("");
    PAGES.forEach(shown -> look(shown, faults));

    assertThat(faults).isEmpty();
  }

  private static void look(Shown shown, List<String> faults) {
    WEB.open(shown.path());
    assertThat(WEB.page().getByText(shown.sign()).first()).isVisible();
    WEB.page().waitForLoadState(LoadState.NETWORKIDLE);
    Screens.take(
        WEB.page(),
        shown.name(),
        (page, look) ->
            Axe.faults(page)
                .forEach(fault -> faults.add(shown.name() + ", " + look + ": " + fault)));
    WEB.page().setViewportSize(Screens.WIDTH, Screens.HEIGHT);
  }

  @Test
  void noPageWasForgottenAndDocsScreensShowsEach() throws Exception {
    var all = Stream.concat(Stream.of(SIGN_IN), PAGES.stream()).toList();

    assertThat(all).extracting(Shown::route).containsExactlyInAnyOrderElementsOf(routes());
    for (var shown : all) {
      for (var look : Screens.LOOKS) {
        var file = Screens.file(shown.name(), look);
        assertThat(PICTURES.resolve(file)).as("./palmares screens makes it").exists();
        assertThat(PICTURES.resolve("README.md")).content().contains("(" + file + ")");
      }
    }
  }

  private static List<String> routes() throws IOException, URISyntaxException {
    var classes =
        Path.of(WebRole.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("palmares/web"))) {
      return files
          .filter(file -> file.toString().endsWith("View.class"))
          .map(file -> classes.relativize(file).toString().replace(".class", "").replace('/', '.'))
          .map(EveryPageTest::route)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  private static String route(String view) {
    try {
      var route = Class.forName(view).getAnnotation(Route.class);
      return route == null ? null : route.value();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
